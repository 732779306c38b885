import type { Conversation, OperatorWelcome, Position, Side, Stream, ToOperator, Top } from "@beseda/protocol";
import { appended, ask, clockOffset, receive, withoutAuthors, withoutExpired, withTypist } from "./common";
import { EMPTY_LOG, type Log, olderThan, renewed } from "./log";
import type { ConsoleState, ConsoleThread, Effect, Step } from "./types";
import { visitorsChanged, visitorsShown } from "./visitors";

export const EMPTY_CONSOLE: ConsoleState = {
  epoch: null,
  me: null,
  company: "",
  clockOffset: 0,
  operators: {},
  sites: [],
  departments: [],
  conversations: {},
  threads: {},
  opened: [],
  gone: [],
  typists: {},
  drafts: {},
  visitors: null,
  visitorsOnline: 0,
  tags: [],
  mentions: [],
  answers: 0,
  requests: { changes: 0, told: [] },
  closed: [],
};

/** Of those that ended so many are kept, more than ends between two looks at a list. */
const CLOSED = 200;
/** Of those that are gone so many are remembered. */
const GONE = 100;
/** Of requests that were told of so many are kept, more than come between two looks. */
const TOLD = 50;
const STREAMS: readonly Stream[] = ["public", "internal"];
const EMPTY_THREAD: ConsoleThread = { public: EMPTY_LOG, internal: EMPTY_LOG };

/** Applies a frame of the server; `now` is our wall clock. The same state comes back when nothing changed. */
export function reduceConsole(state: ConsoleState, frame: ToOperator, now: number): Step<ConsoleState> {
  switch (frame.t) {
    case "welcome":
      return only(welcomed(state, frame, now));
    case "inbox":
      return only(inbox(state, frame.conversations));
    case "conversation":
      return only(headed(state, frame.conversation));
    case "conversation_gone":
      return only(forgotten(state, frame.conversation));
    case "operator":
      return only({ ...state, operators: { ...state.operators, [frame.operator.id]: frame.operator } });
    case "visitors":
      return only({ ...state, visitors: visitorsShown(frame) });
    case "visitors_changed":
      return only({ ...state, visitors: visitorsChanged(state.visitors, frame) });
    case "visitors_online":
      return only(state.visitorsOnline === frame.count ? state : { ...state, visitorsOnline: frame.count });
    case "rating": {
      const { conversation, score, scale, comment } = frame;
      const known = state.threads[conversation];
      if (known === undefined) return only(state);
      const thread = { ...known, rating: { score, scale, comment } };
      return only({ ...state, threads: { ...state.threads, [conversation]: thread } });
    }
    case "tags":
      return only({ ...state, tags: frame.tags });
    case "mentions":
      return only({ ...state, mentions: frame.mentions });
    case "answers_changed":
      return only({ ...state, answers: state.answers + 1 });
    case "request":
      return only({
        ...state,
        requests: { changes: state.requests.changes + 1, told: [...state.requests.told, frame].slice(-TOLD) },
      });
    case "events":
    case "page": {
      const step = receive(logOf(state, frame.conversation, frame.stream), frame);
      return { state: logged(state, frame.conversation, frame.stream, step.log), effects: step.effects };
    }
    case "typing": {
      const typists = withTypist(state.typists[frame.conversation] ?? [], frame, now);
      return only({ ...state, typists: { ...state.typists, [frame.conversation]: typists } });
    }
    case "draft":
      return only(withDraft(state, frame.conversation, frame.text));
    case "seen":
      return only(markConsoleSeen(state, frame.conversation, frame.side, frame.seq));
    case "beat":
      return beaten(state, frame.tops, clockOffset(state.clockOffset, frame.now, now));
    default:
      return only(state);
  }
}

/** Takes away everything of a conversation that went where I may not read it. */
function forgotten(state: ConsoleState, id: string): ConsoleState {
  const { [id]: _header, ...conversations } = state.conversations;
  const { [id]: _thread, ...threads } = state.threads;
  const { [id]: _typists, ...typists } = state.typists;
  const gone = [...state.gone.filter((other) => other !== id), id].slice(-GONE);
  const closed = state.closed.filter((other) => other.id !== id);
  const mentions = state.mentions.filter(({ conversation }) => conversation !== id);
  return withDraft({ ...state, conversations, threads, typists, mentions, gone, closed }, id, "");
}

/** What is told of again is mine to see again. */
function back(state: ConsoleState, ids: readonly string[]): ConsoleState {
  const gone = state.gone.filter((id) => !ids.includes(id));
  return gone.length === state.gone.length ? state : { ...state, gone };
}

function withDraft(state: ConsoleState, conversation: string, text: string): ConsoleState {
  const { [conversation]: _before, ...others } = state.drafts;
  return { ...state, drafts: text === "" ? others : { ...others, [conversation]: text } };
}

/** Raises a mark of what one side has seen; it never falls. */
export function markConsoleSeen(state: ConsoleState, conversation: string, side: Side, seq: number): ConsoleState {
  const mark = side === "visitor" ? "visitorSeen" : "operatorSeen";
  return changed(state, conversation, (header) => (header[mark] >= seq ? header : { ...header, [mark]: seq }));
}

/** Forgets who has not typed for 6 s. */
export function expireConsoleTyping(state: ConsoleState, now: number): ConsoleState {
  const entries = Object.entries(state.typists);
  const kept = entries.map(([id, typists]) => [id, withoutExpired(typists, now)] as const);
  return kept.every(([, typists], index) => typists === entries[index]?.[1])
    ? state
    : { ...state, typists: Object.fromEntries(kept.filter(([, typists]) => typists.length > 0)) };
}

/** What `hello` says about where this client stands. */
export function consolePositions(state: ConsoleState): Position[] {
  return Object.entries(state.threads).flatMap(([conversation, thread]) =>
    STREAMS.map((stream) => ({ conversation, stream, last: thread[stream].last })),
  );
}

export function openConversation(state: ConsoleState, id: string): ConsoleState {
  return state.opened.includes(id) ? state : { ...state, opened: [...state.opened, id] };
}

/** Forgets what was followed only for looking. */
export function leaveConversation(state: ConsoleState, id: string): ConsoleState {
  return pruned({ ...state, opened: state.opened.filter((other) => other !== id) }, id);
}

/** Remembers that an older page is on its way; null when there is nothing to ask for. */
export function consoleOlder(
  state: ConsoleState,
  id: string,
  stream: Stream,
): { state: ConsoleState; before: number } | null {
  const log = logOf(state, id, stream);
  const before = olderThan(log);
  return before === null ? null : { state: logged(state, id, stream, { ...log, loading: true }), before };
}

function only(state: ConsoleState): Step<ConsoleState> {
  return { state, effects: [] };
}

function logOf(state: ConsoleState, id: string, stream: Stream): Log {
  return (state.threads[id] ?? EMPTY_THREAD)[stream];
}

/** Puts a log in, with what its new events say about the conversation and about who types. */
function logged(state: ConsoleState, id: string, stream: Stream, log: Log): ConsoleState {
  const known = state.threads[id] ?? EMPTY_THREAD;
  const fresh = appended(known[stream], log);
  const before = state.typists[id] ?? [];
  const typists = withoutAuthors(before, fresh);
  const top = stream === "public" ? "publicTop" : "internalTop";
  const closed = fresh.find(({ body }) => body.type === "closed");
  const next: ConsoleState = {
    ...state,
    threads: { ...state.threads, [id]: { ...known, [stream]: log } },
    typists: typists === before ? state.typists : { ...state.typists, [id]: typists },
  };
  const said = fresh.some(({ author, body }) => body.type === "message" && author.kind === "visitor");
  const heard = said || closed ? withDraft(next, id, "") : next;
  return changed(heard, id, (header) => ({
    ...header,
    [top]: Math.max(header[top], log.last),
    ...(closed ? { state: "closed", closedAt: closed.at } : {}),
  }));
}

function changed(state: ConsoleState, id: string, change: (header: Conversation) => Conversation): ConsoleState {
  const known = state.conversations[id];
  const header = known && change(known);
  return header === known || !header ? state : { ...state, conversations: { ...state.conversations, [id]: header } };
}

function welcomed(state: ConsoleState, frame: OperatorWelcome, now: number): ConsoleState {
  const { epoch, me, company, sites, departments, tags } = frame;
  const sameLife = state.epoch === null || state.epoch === epoch;
  const threads = Object.entries(sameLife ? state.threads : {}).map(([id, thread]) => [
    id,
    { public: renewed(thread.public), internal: renewed(thread.internal) },
  ]);
  return {
    ...state,
    epoch,
    me,
    company,
    sites,
    departments,
    tags,
    clockOffset: clockOffset(state.clockOffset, frame.now, now),
    operators: Object.fromEntries(frame.operators.map((operator) => [operator.id, operator])),
    conversations: sameLife ? state.conversations : {},
    threads: Object.fromEntries(threads),
    typists: {},
    drafts: {},
    mentions: [],
    answers: state.answers + 1,
    requests: { ...state.requests, changes: state.requests.changes + 1 },
  };
}

/** The whole open list; what is followed stays although it is not in it. */
function inbox(state: ConsoleState, conversations: Conversation[]): ConsoleState {
  const followed = Object.values(state.conversations).filter(({ id }) => state.opened.includes(id));
  const entries = [...followed, ...conversations.map((next) => monotonic(state.conversations[next.id], next))];
  const next = { ...state, conversations: Object.fromEntries(entries.map((header) => [header.id, header])) };
  const ids = conversations.map(({ id }) => id);
  return Object.keys(state.threads).reduce(pruned, back(next, ids));
}

function headed(state: ConsoleState, conversation: Conversation): ConsoleState {
  const header = monotonic(state.conversations[conversation.id], conversation);
  const next = withClosed(back(state, [header.id]), header);
  return pruned({ ...next, conversations: { ...next.conversations, [header.id]: header } }, header.id);
}

function withClosed(state: ConsoleState, header: Conversation): ConsoleState {
  if (header.state !== "closed") return state;
  return { ...state, closed: [header, ...state.closed.filter(({ id }) => id !== header.id)].slice(0, CLOSED) };
}

/** Marks and tops that came in their own frames may be ahead of a header. */
function monotonic(known: Conversation | undefined, next: Conversation): Conversation {
  return known
    ? {
        ...next,
        publicTop: Math.max(known.publicTop, next.publicTop),
        internalTop: Math.max(known.internalTop, next.internalTop),
        visitorSeen: Math.max(known.visitorSeen, next.visitorSeen),
        operatorSeen: Math.max(known.operatorSeen, next.operatorSeen),
      }
    : next;
}

/** Forgets the log of a conversation that is neither looked at nor mine, and a closed one altogether. */
function pruned(state: ConsoleState, id: string): ConsoleState {
  const header = state.conversations[id];
  const open = header !== undefined && header.state !== "closed";
  if (state.opened.includes(id) || (open && header.owner === state.me)) {
    return state;
  }
  const { [id]: _thread, ...threads } = state.threads;
  const { [id]: _header, ...conversations } = state.conversations;
  return { ...state, threads, conversations: open ? state.conversations : conversations };
}

function beaten(state: ConsoleState, tops: readonly Top[], offset: number): Step<ConsoleState> {
  const effects: Effect[] = [];
  let next = offset === state.clockOffset ? state : { ...state, clockOffset: offset };
  for (const { conversation, ...top } of tops) {
    for (const stream of STREAMS) {
      const step = ask(renewed(logOf(next, conversation, stream)), top[stream], conversation, stream);
      if (step.effects.length > 0) {
        next = logged(next, conversation, stream, step.log);
        effects.push(...step.effects);
      }
    }
  }
  return { state: next, effects };
}

/** Forgets the window of visitors: another one is asked for, or none. */
export function forgetVisitors(state: ConsoleState): ConsoleState {
  return state.visitors === null ? state : { ...state, visitors: null };
}
