import { type Attachment, readKept } from "@beseda/client";
import type { Loading, Uploads } from "@beseda/client/files";
import { watchDrops } from "@beseda/ui/files";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Chat } from "../chat/chat";
import { useTexts } from "../i18n/texts";

type Module = typeof import("./Tray");

/** What the composer knows of the files of the next message. */
export interface Files {
  readonly items: readonly Loading[];
  readonly uploads: Uploads | null;
  readonly Tray: Module["Tray"] | null;
  /** Something is not there yet, and may come: a file, or first what loads it. */
  readonly busy: boolean;
  readonly failed: boolean;
  /** How many of the last choice were too many. */
  readonly surplus: number;
  /** Names of those that the last page did not get to the server. */
  readonly lost: readonly string[];
  /** Files are held over the window. */
  readonly over: boolean;
  add(files: readonly File[]): void;
  putBack(files: readonly Attachment[]): void;
  take(): readonly Attachment[];
}

const NONE: readonly Loading[] = [];

/** Files are rare: what loads them is loaded with the first. */
export function useFiles(chat: Chat, able: boolean): Files {
  const { language } = useTexts();
  const speaks = useRef(language);
  speaks.current = language;
  const [loaded, setLoaded] = useState<{ module: Module; uploads: Uploads } | null>(null);
  const [items, setItems] = useState(NONE);
  const [surplus, setSurplus] = useState(0);
  const coming = useRef<Promise<Uploads> | null>(null);
  const [pending, setPending] = useState(0);
  const [missed, setMissed] = useState(false);
  const [lost, setLost] = useState<readonly string[]>([]);
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (loaded === null) return;
    const { uploads, module } = loaded;
    const read = () => {
      const now = uploads.getState();
      setItems(now);
      chat.notebook.keepFiles(module.keptFiles(now));
    };
    read();
    return uploads.subscribe(read);
  }, [loaded, chat]);

  const load = () => {
    coming.current ??= import("./Tray").then(
      (module) => {
        const uploads = module.createUploads({
          url: `/api/visitor/${encodeURIComponent(chat.site)}/files`,
          about: {},
          headers: () => {
            const { token } = chat.client.getState();
            return token === null ? null : { "X-Beseda-Token": token, "Accept-Language": speaks.current };
          },
        });
        setLoaded({ module, uploads });
        return uploads;
      },
      (trouble) => {
        coming.current = null;
        throw trouble;
      },
    );
    return coming.current;
  };
  const within = (names: readonly { readonly name: string }[], work: (uploads: Uploads) => void) => {
    setPending((count) => count + 1);
    setMissed(false);
    load()
      .then(
        (uploads) => {
          work(uploads);
          setItems(uploads.getState());
        },
        () => {
          // No network: the next choice tries again.
          setMissed(true);
          setLost(names.map(({ name }) => name));
        },
      )
      .then(() => setPending((count) => count - 1));
  };
  const add = (files: readonly File[]) => {
    if (files.length === 0) return;
    setLost([]);
    within(files, (uploads) => setSurplus(uploads.add(files)));
  };
  const putBack = (files: readonly Attachment[]) =>
    files.length > 0 && within(files, (uploads) => uploads.putBack(files));
  const latest = useRef({ add, putBack });
  latest.current = { add, putBack };
  useEffect(() => {
    if (!able) return;
    const kept = readKept(chat.notebook.files());
    latest.current.putBack(kept.ready);
    setLost(kept.lost);
    if (kept.ready.length === 0) chat.notebook.keepFiles("");
    return watchDrops(setOver, (files) => latest.current.add(files));
  }, [chat, able]);
  return {
    items,
    uploads: loaded?.uploads ?? null,
    Tray: loaded?.module.Tray ?? null,
    busy: pending > 0 || items.some(({ state }) => state === "loading" || state === "waiting"),
    failed: missed || items.some(({ state }) => state === "failed"),
    surplus,
    lost,
    over,
    add,
    putBack,
    take: () => loaded?.uploads.take() ?? [],
  };
}
