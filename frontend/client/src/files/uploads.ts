import type { Attachment } from "@beseda/protocol";

/** Files of one message at most. */
export const MOST_FILES = 10;

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 15_000;
/** Loaded side by side. */
const AT_ONCE = 2;
const DRAWN = new Set(["image/jpeg", "image/png", "image/gif", "image/webp"]);

export interface UploadsOptions {
  /** Where a file is announced; `/ID` behind it is where its pieces go. */
  url: string;
  /** Null: not now. */
  headers(): Record<string, string> | null;
  /** What is told beside name and size. */
  about: object;
  fetch?: typeof fetch;
  after?(ms: number, run: () => void): () => void;
}

/** `waiting`: for its turn, or for the network; it goes on by itself. `failed`: `problem` says why in the reader's words. */
export interface Loading {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly sent: number;
  readonly state: "waiting" | "loading" | "failed" | "ready";
  /** Empty where there are no words: something went wrong. */
  readonly problem: string | null;
  /** Whether loading it once more can help: not where the file itself is what isn't taken. */
  readonly again: boolean;
  readonly attachment: Attachment | null;
  /** The picture as it lies here, before the server has it. */
  readonly preview: string | null;
}

/** Files on their way to the server, beside the message they will go with. Fits `useSyncExternalStore`. */
export interface Uploads {
  subscribe(listener: () => void): () => void;
  getState(): readonly Loading[];
  /** How many were too many. */
  add(files: readonly File[]): number;
  /** Puts back what is on the server already. */
  putBack(files: readonly Attachment[]): void;
  remove(key: string): void;
  retry(key: string): void;
  /** Takes out what is ready, to be sent. */
  take(): Attachment[];
}

interface Upload {
  id: string;
  offset: number;
  size: number;
  piece: number;
  file: Attachment | null;
}

interface Entry {
  item: Loading;
  readonly file: File | null;
  id: string | null;
  wait: number;
  stop: AbortController;
  cancel: () => void;
}

interface Problem {
  readonly code?: string;
  readonly detail?: string;
}

/** The server's word that it does not take this. */
class Refused extends Error {
  constructor(
    problem: string,
    readonly again: boolean,
  ) {
    super(problem);
  }
}

/** Refused for what the file is: it stays that. */
const forGood = new Set(["file_kind", "file_too_large", "file_empty", "file_damaged", "file_longer", "file_off"]);

/** Tried again are a busy server and what stands between us and it. */
const passing = new Set([408, 425, 429, 502, 503, 504]);

function troubleOf(status: number, said: Problem | null): Error {
  const last = said?.code?.startsWith("file_") ? said.code !== "file_rate" : status >= 400 && !passing.has(status);
  return last
    ? new Refused(said?.detail ?? "", !forGood.has(said?.code ?? ""))
    : new Error(said?.code ?? `HTTP ${status}`);
}

export function createUploads(options: UploadsOptions): Uploads {
  const call = options.fetch ?? ((url, init) => fetch(url, init));
  const after = options.after ?? browserAfter;
  const listeners = new Set<() => void>();
  let entries: Entry[] = [];
  let items: readonly Loading[] = [];
  let count = 0;

  function online(): void {
    for (const entry of entries) {
      entry.cancel();
      entry.cancel = nothing;
    }
    next();
  }

  /** Without files nothing holds this but its owner. */
  function publish(): void {
    items = entries.map(({ item }) => item);
    if (items.length > 0) globalThis.addEventListener?.("online", online);
    else globalThis.removeEventListener?.("online", online);
    for (const listener of listeners) listener();
  }
  function update(entry: Entry, change: Partial<Loading>): void {
    entry.item = { ...entry.item, ...change };
    publish();
  }

  async function ask(entry: Entry, method: string, path: string, body: BodyInit | null): Promise<Upload> {
    const own = options.headers();
    if (own === null) throw new Error("nobody yet");
    const headers: Record<string, string> = { ...own, "X-Beseda": "1" };
    if (typeof body === "string") headers["Content-Type"] = "application/json";
    const answer = await call(options.url + path, {
      method,
      headers,
      body,
      credentials: "same-origin",
      signal: entry.stop.signal,
    });
    const said = (await answer.json().catch(() => null)) as (Upload & Problem) | null;
    if (answer.ok && said) return said;
    if (said?.code === "file_offset") return ask(entry, "GET", `/${entry.id}`, null);
    throw troubleOf(answer.status, said);
  }

  async function load(entry: Entry, file: File): Promise<Attachment> {
    let upload: Upload;
    if (entry.id === null) {
      const told = JSON.stringify({ ...options.about, name: file.name, size: file.size });
      upload = await ask(entry, "POST", "", told);
      entry.id = upload.id;
    } else {
      upload = await ask(entry, "GET", `/${entry.id}`, null);
    }
    while (!upload.file) {
      const { offset, piece } = upload;
      update(entry, { sent: offset });
      // A file that was changed or taken away meanwhile can't be read any more.
      const bytes = await file
        .slice(offset, offset + piece)
        .arrayBuffer()
        .catch(() => Promise.reject(new Refused("", false)));
      upload = await ask(entry, "PUT", `/${entry.id}?offset=${offset}`, bytes);
      entry.wait = FIRST_WAIT;
    }
    return upload.file;
  }

  async function run(entry: Entry, file: File): Promise<void> {
    entry.cancel();
    update(entry, { state: "loading", problem: null });
    try {
      const attachment = await load(entry, file);
      update(entry, { state: "ready", sent: attachment.size, attachment });
    } catch (trouble) {
      if (entry.stop.signal.aborted) return;
      if (trouble instanceof Refused) {
        entry.id = null;
        update(entry, { state: "failed", problem: trouble.message, again: trouble.again, sent: 0 });
      } else {
        update(entry, { state: "waiting" });
        entry.cancel = after(entry.wait, () => next(entry));
        entry.wait = Math.min(LONGEST_WAIT, entry.wait * 2);
      }
    }
    next();
  }

  /** Begins what waits for its turn; `due` waited for the network. */
  function next(due?: Entry): void {
    if (due) due.cancel = nothing;
    for (const entry of entries) {
      const running = entries.filter(({ item }) => item.state === "loading").length;
      if (entry.file && entry.item.state === "waiting" && entry.cancel === nothing && running < AT_ONCE)
        void run(entry, entry.file);
    }
  }

  function insert(file: File | null, item: Omit<Loading, "key" | "problem" | "again">): void {
    const key = `${count++}`;
    const entry = { item: { ...item, key, problem: null, again: true }, file, id: item.attachment?.id ?? null };
    entries.push({ ...entry, wait: FIRST_WAIT, stop: new AbortController(), cancel: nothing });
  }

  function forget(gone: readonly Entry[]): void {
    for (const entry of gone) {
      entry.cancel();
      entry.stop.abort();
      if (entry.item.preview) URL.revokeObjectURL(entry.item.preview);
    }
    entries = entries.filter((entry) => !gone.includes(entry));
    publish();
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getState: () => items,
    add(files) {
      const room = Math.max(0, MOST_FILES - entries.length);
      for (const file of files.slice(0, room)) {
        const preview = DRAWN.has(file.type) ? URL.createObjectURL(file) : null;
        const { name, size } = file;
        insert(file, { name, size, sent: 0, state: "waiting", attachment: null, preview });
      }
      publish();
      next();
      return files.length - Math.min(room, files.length);
    },
    putBack(files) {
      for (const attachment of files) {
        const { name, size } = attachment;
        insert(null, { name, size, sent: size, state: "ready", attachment, preview: null });
      }
      publish();
    },
    remove(key) {
      const entry = entries.find(({ item }) => item.key === key);
      if (!entry) return;
      const { id } = entry;
      forget([entry]);
      if (id !== null) {
        const gone = { ...entry, stop: new AbortController() };
        // The server forgets it by itself after a day.
        ask(gone, "DELETE", `/${id}`, null).catch(nothing);
      }
      next();
    },
    retry(key) {
      const entry = entries.find(({ item }) => item.key === key);
      if (entry?.item.state !== "failed" || !entry.item.again) return;
      entry.wait = FIRST_WAIT;
      entry.cancel = nothing;
      update(entry, { state: "waiting", problem: null });
      next();
    },
    take() {
      const ready = entries.filter(({ item }) => item.state === "ready");
      forget(ready);
      return ready.flatMap(({ item }) => item.attachment ?? []);
    },
  };
}

const nothing = () => {};

function browserAfter(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/** As text for a storage; empty when there is nothing. */
export function keptFiles(items: readonly Loading[]): string {
  const ready = items.flatMap(({ attachment }) => attachment ?? []);
  const lost = items.filter(({ attachment, state }) => attachment === null && state !== "failed");
  return items.length === 0 ? "" : JSON.stringify({ ready, lost: lost.map(({ name }) => name) });
}
