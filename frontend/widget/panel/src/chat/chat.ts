import {
  type Attachment,
  browserEnvironment,
  CODES,
  createVisitorClient,
  type Environment,
  type LineState,
  type SiteLook,
  todays,
  unreadOfVisitor,
  type VisitorClient,
  type VisitorSnapshot,
} from "@beseda/client";
import { chime } from "../../../shared/chime";
import type { Step } from "../../../shared/place";
import type { ToLoader } from "../../../shared/port";
import { blinkingTitle } from "../../../shared/title";
import type { Embedding } from "../embedding/embedding";
import type { openOwnWindow } from "../embedding/ownWindow";
import { itemsOf, storageFor } from "../embedding/storage";
import { Cell } from "../parts/cell";
import { Happenings } from "./happenings";
import { News } from "./news";
import { type Choices, type Contact, Notebook } from "./notebook";
import { asksBefore, asksFirst } from "./reachable";

/** How the window stands: shown or hidden, and how often the visitor has asked for it. */
export interface Shown {
  readonly open: boolean;
  /** 0 when it opened by itself: the focus is not taken then. */
  readonly summons: number;
}

/** Asked for anew, it is another one. */
export interface Mailing {
  readonly conversation: string;
  readonly since: number;
}

/** The panel's conversation with the server on one side and with the page's loader on the other. */
export interface Chat {
  readonly site: string;
  readonly embedded: boolean;
  readonly client: VisitorClient;
  readonly notebook: Notebook;
  readonly shown: Cell<Shown>;
  readonly choices: Cell<Choices>;
  /** What is written and not sent yet. */
  readonly draft: Cell<string>;
  /** Files of a refused message that he takes up again. */
  readonly returned: Cell<readonly Attachment[]>;
  /** An address the visitor is writing and has not left yet. */
  readonly contact: Cell<Contact>;
  /** The visitor is choosing a city. */
  readonly choosingCity: Cell<boolean>;
  /** The conversation the visitor wants by e-mail, while he says where to. */
  readonly mailing: Cell<Mailing | null>;
  /** The kind of requests whose form is there; empty: whatever kinds there are; null: the conversation. */
  readonly requesting: Cell<string | null>;
  /** The window can be moved on the page: it is neither the whole screen nor one of its own. */
  readonly movable: Cell<boolean>;
  /** The visitor moves it by buttons. */
  readonly placing: Cell<boolean>;
  /** The site's look as far as it is known before the server has spoken. */
  readonly look: SiteLook | null;
  /** Address of the customer's page as it was last told; empty in a window of its own. */
  page(): string;
  close(): void;
  step(step: Step): void;
  /** So much of the header, from its left upper corner, is there to take the window by. */
  handle(width: number, height: number): void;
  write(text: string): void;
  writeContact(contact: Contact): void;
  /** Goes on in a window of its own, which outlives the page; false when the browser forbids it. */
  openWindow(open: typeof openOwnWindow): boolean;
  choose(choices: Partial<Choices>): void;
  /** Opens the form of a kind of requests, or goes back to the conversation. */
  request(kind: string | null): void;
}

export function startChat(embedding: Embedding, site: string, own: Environment = browserEnvironment()): Chat {
  const { start, handover } = embedding;
  const storage = storageFor(own.storage, embedding);
  const notebook = new Notebook(storage, site);
  const choices = new Cell(notebook.choices());
  const draft = new Cell(notebook.draft());
  const contact = new Cell(notebook.contact());
  const movable = new Cell(false);
  const requesting = new Cell(notebook.requesting());
  let window: Window | null = null;
  let address = start?.page.url ?? "";
  const shown = new Cell<Shown>({ open: start?.open ?? true, summons: (start?.focus ?? true) ? 1 : 0 });
  const environment: Environment = { ...own, storage, visible: () => shown.getState().open && own.visible() };
  const client = createVisitorClient(environment, {
    base: location.origin,
    site,
    visit: start ? (start.kept.visit ?? null) : (handover?.visit ?? notebook.visit()),
    page: start?.page ?? null,
    screen: { width: screen.width, height: screen.height },
    language: choices.getState().language ?? (start ?? handover)?.language ?? navigator.language,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    reload: () => location.reload(),
    forgotten() {
      for (const key of Object.keys(itemsOf(storage, site))) storage?.removeItem(key);
      location.reload();
    },
    unidentified: (code) => embedding.say({ t: "unidentified", code }),
  });

  const write = (text: string) => {
    draft.set(text);
    notebook.keepDraft(text);
  };

  const request = (kind: string | null) => {
    requesting.set(kind);
    notebook.keepRequesting(kind ?? "");
  };

  /** The page speaks for the visitor; what can't be sent yet is in the field. */
  const writeFor = (text: string) => {
    const attempt = () => {
      const snapshot = client.getState();
      if (snapshot.line.kind !== "live") return;
      end();
      if (asksBefore(snapshot) || asksFirst(snapshot) || !client.send(text).ok) write(text);
    };
    const end = client.subscribe(attempt);
    attempt();
  };

  const summon = (open: boolean, focus: boolean) =>
    shown.set({ open, summons: focus ? shown.getState().summons + 1 : 0 });

  embedding.listen((message) => {
    switch (message.t) {
      case "page":
        address = message.page.url;
        return client.setPage(message.page);
      case "values":
        return client.setValues(message.values);
      case "identify":
        return client.identify(message.client);
      case "goal":
        return client.reach(message.name, message.value);
      case "write":
        return writeFor(message.text);
      case "request":
        return request(message.kind);
      case "movable":
        return movable.set(message.movable);
      case "open":
        return summon(message.open, message.focus);
      case "start":
    }
  });
  embedding.say({ t: "keep", part: choices.getState() });
  const report = start ? reporter(embedding) : standalone(notebook);
  const news = new News();
  const happenings = new Happenings();
  const shownTo = new Map<string, number>();
  const told = () => {
    const snapshot = client.getState();
    if (start) for (const event of happenings.heard(snapshot)) embedding.say({ t: "event", event });
    const looking = environment.visible();
    const elsewhere = window !== null && !window.closed;
    const rings =
      news.heard(snapshot) && !looking && !elsewhere && (choices.getState().sound ?? snapshot.site?.sound ?? false);
    if (looking) for (const { header, log } of todays(snapshot)) shownTo.set(header.id, log.last);
    report(snapshot, looking ? 0 : unreadOfVisitor(snapshot, shownTo), rings);
  };
  client.subscribe(told);
  shown.subscribe(told);
  told();

  return {
    site,
    embedded: start !== null,
    client,
    notebook,
    shown,
    choices,
    draft,
    contact,
    returned: new Cell<readonly Attachment[]>([]),
    choosingCity: new Cell(false),
    mailing: new Cell<Mailing | null>(null),
    requesting,
    request,
    look: start?.kept.site ?? handover?.look ?? null,
    movable,
    placing: new Cell(false),
    step: (step) => embedding.say({ t: "step", step }),
    handle: (width, height) => embedding.say({ t: "handle", width, height }),
    page: () => address,
    close: () => embedding.say({ t: "close" }),
    write,
    writeContact(now) {
      contact.set(now);
      notebook.keepContact(now);
    },
    openWindow(open) {
      window = open(site, () => {
        const { visit, site: look } = client.getState();
        const given = { visit, look, language: start?.language ?? null, items: itemsOf(storage, site) };
        write("");
        embedding.say({ t: "close" });
        return given;
      });
      return window !== null;
    },
    choose(part) {
      const now = { ...choices.getState(), ...part };
      notebook.choose(now);
      choices.set(now);
      embedding.say({ t: "keep", part: now });
    },
  };
}

type Report = (snapshot: VisitorSnapshot, unread: number, rings: boolean) => void;

/** Tells the loader what it has to show and keep, each thing once for each change. */
function reporter({ say }: Embedding): Report {
  const told = new Map<string, unknown>([["unread", 0]]);
  const tell = (what: string, value: unknown, message: ToLoader) => {
    if (told.get(what) === value) return;
    told.set(what, value);
    say(message);
  };
  return ({ line, visit, site }, count, rings) => {
    if (line.kind === "live") tell("alive", true, { t: "alive" });
    if (visit !== null) tell("visit", visit, { t: "keep", part: { visit } });
    if (site) tell("site", site, { t: "keep", part: { site } });
    tell("unread", count, { t: "unread", count });
    if (rings) say({ t: "chime" });
    if (isRefused(line)) tell("refused", line.code, { t: "refused", code: line.code });
  };
}

const LAST_WORDS: ReadonlySet<number> = new Set([CODES.unknownSite, CODES.forbidden, CODES.banned]);

/** The server's last word that there is nothing for us here. */
export function isRefused(line: LineState): line is Extract<LineState, { kind: "stopped" }> {
  return line.kind === "stopped" && LAST_WORDS.has(line.code);
}

/** In a window of its own the tab itself shows what is unread. */
function standalone(notebook: Notebook): Report {
  const title = blinkingTitle(document);
  setInterval(() => title.tick(), 1000);
  return ({ visit }, unread, rings) => {
    if (visit !== null && visit !== notebook.visit()) notebook.keepVisit(visit);
    title.tell(unread > 0 ? `(${unread}) ${title.own()}` : null);
    if (rings) chime();
  };
}
