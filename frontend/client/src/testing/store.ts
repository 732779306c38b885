import type {
  Author,
  Conversation,
  Event,
  EventBody,
  Events,
  OperatorView,
  Person,
  Side,
  Stream,
  VisitorConversation,
  VisitorSummary,
} from "@beseda/protocol";

/** Missing events above which the server sends a snapshot. */
const REPLAY = 300;
const SNAPSHOT = 50;

/** A conversation of the fake server: the header as operators see it, and both logs. */
export interface StoredConversation {
  header: Conversation;
  public: Event[];
  internal: Event[];
}

export type StoreListener = (change: StoreChange) => void;
export type StoreChange =
  | { kind: "event"; conversation: StoredConversation; stream: Stream; event: Event }
  | { kind: "header"; conversation: StoredConversation }
  | { kind: "seen"; conversation: StoredConversation; side: Side; seq: number };

/** The fake server's memory: logs with dense `seq`, unique client ids, headers that follow from the events. */
export class FakeStore {
  readonly conversations = new Map<string, StoredConversation>();
  readonly listeners = new Set<StoreListener>();
  private readonly byCid = new Map<string, { conversation: string; stream: Stream; event: Event }>();
  private created = 0;

  constructor(readonly now: () => number) {}

  open(site: string, visitor: VisitorSummary): StoredConversation {
    const at = this.now();
    const id = `c${++this.created}`;
    const header: Conversation = {
      id,
      site,
      department: null,
      state: "waiting",
      owner: null,
      version: 1,
      visitor,
      openedAt: at,
      takenAt: null,
      closedAt: null,
      waitingSince: at,
      publicTop: 0,
      internalTop: 0,
      visitorSeen: 0,
      operatorSeen: 0,
      preview: null,
      offer: null,
      transfer: null,
      place: null,
    };
    const conversation = { header, public: [], internal: [] };
    this.conversations.set(id, conversation);
    this.tell({ kind: "header", conversation });
    this.append(conversation, "public", { kind: "system" }, { type: "opened", page: visitor.page }, null);
    return conversation;
  }

  /** What a client id was stored as, for a resend. */
  stored(sender: string, cid: string) {
    return this.byCid.get(`${sender}/${cid}`);
  }

  append(
    conversation: StoredConversation,
    stream: Stream,
    author: Author,
    body: EventBody,
    cid: string | null,
    sender = "",
  ): Event {
    const log = conversation[stream];
    const event: Event = { seq: log.length + 1, at: this.now(), author, cid, body };
    log.push(event);
    if (cid !== null) {
      this.byCid.set(`${sender}/${cid}`, { conversation: conversation.header.id, stream, event });
    }
    conversation.header = afterEvent(conversation.header, stream, event);
    this.tell({ kind: "event", conversation, stream, event });
    this.tell({ kind: "header", conversation });
    return event;
  }

  /** A message of the public log is something else from now on, and so are the events that told of earlier changes. */
  correct(conversation: StoredConversation, message: Event, to: EventBody): void {
    const isOf = ({ seq, body }: Event) => seq === message.seq || (body.type === "changed" && body.seq === message.seq);
    conversation.public.forEach((event, at) => {
      if (isOf(event))
        conversation.public[at] = { ...event, body: event.body.type === "changed" ? { ...event.body, to } : to };
    });
    this.append(conversation, "public", message.author, { type: "changed", seq: message.seq, to }, null);
  }

  /** A change of the owner: the header first, so that nobody sees the event with an old version. */
  change(conversation: StoredConversation, change: Partial<Conversation>): void {
    conversation.header = { ...conversation.header, ...change, version: conversation.header.version + 1 };
    this.tell({ kind: "header", conversation });
  }

  seen(conversation: StoredConversation, side: Side, seq: number): void {
    const mark = side === "visitor" ? "visitorSeen" : "operatorSeen";
    const reached = Math.min(seq, conversation.public.length);
    if (reached > conversation.header[mark]) {
      conversation.header = { ...conversation.header, [mark]: reached };
      this.tell({ kind: "seen", conversation, side, seq: reached });
    }
  }

  touch(conversation: StoredConversation, visitor: VisitorSummary): void {
    conversation.header = { ...conversation.header, visitor };
    this.tell({ kind: "header", conversation });
  }

  private tell(change: StoreChange): void {
    for (const listener of [...this.listeners]) {
      listener(change);
    }
  }
}

function afterEvent(header: Conversation, stream: Stream, { seq, at, author, body }: Event): Conversation {
  const next = { ...header, [stream === "public" ? "publicTop" : "internalTop"]: seq };
  if (body.type !== "message") {
    return next;
  }
  const preview = { author, text: [...body.text].slice(0, 140).join(""), at };
  const waitingSince = author.kind === "visitor" ? (header.waitingSince ?? at) : null;
  return { ...next, preview, waitingSince };
}

/** What resuming at `after` is answered with; `null` position: newest events as a snapshot. */
export function replay(conversation: StoredConversation, stream: Stream, after: number | null): Events {
  const log = conversation[stream];
  const reset = after === null || log.length - after > REPLAY;
  const from = reset ? Math.max(0, log.length - SNAPSHOT) : after;
  return {
    t: "events",
    conversation: conversation.header.id,
    stream,
    reset,
    more: reset && from > 0,
    top: log.length,
    events: log.slice(from),
  };
}

export function personOf({ id, name, title, photo }: OperatorView): Person {
  return { id, name, title, photo };
}

export function visitorHeader(
  { header }: StoredConversation,
  operators: ReadonlyMap<string, OperatorView>,
): VisitorConversation {
  const { id, openedAt, closedAt, owner, operatorSeen, visitorSeen } = header;
  const state = header.state === "offered" ? "waiting" : header.state;
  const asked = header.transfer?.asked ? header.transfer : null;
  const receiver = operators.get(asked?.to ?? "");
  const transfer = asked && { to: receiver ? personOf(receiver) : null, department: asked.department };
  const operator = owner === null ? undefined : operators.get(owner);
  return {
    id,
    state,
    openedAt,
    closedAt,
    operator: operator ? personOf(operator) : null,
    transfer,
    operatorSeen,
    visitorSeen,
  };
}
