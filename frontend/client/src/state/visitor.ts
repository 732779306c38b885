import type {
  Event,
  EventBody,
  Person,
  Position,
  ToVisitor,
  VisitorConversation,
  VisitorWelcome,
} from "@beseda/protocol";
import { appended, ask, clockOffset, receive, withoutAuthors, withoutExpired, withTypist } from "./common";
import { EMPTY_LOG, olderThan, renewed } from "./log";
import type { Effect, Step, VisitorState, VisitorThread } from "./types";

export const EMPTY_VISITOR: VisitorState = {
  epoch: null,
  visit: null,
  token: null,
  site: null,
  reachable: false,
  invitation: null,
  questions: null,
  place: null,
  cities: null,
  clockOffset: 0,
  dayStart: 0,
  earlier: false,
  loading: false,
  threads: {},
  people: {},
};

/** Applies a frame of the server; `now` is our wall clock. The same state comes back when nothing changed. */
export function reduceVisitor(state: VisitorState, frame: ToVisitor, now: number): Step<VisitorState> {
  switch (frame.t) {
    case "welcome":
      return only(welcomed(state, frame, now));
    case "site":
      return only({ ...state, site: frame.site });
    case "place":
      return only({ ...state, place: frame });
    case "questions":
      return only({ ...state, questions: frame.fields.length > 0 || frame.consent !== null ? frame : null });
    case "cities":
      return only({ ...state, cities: frame });
    case "conversation":
      return only(headed(state, frame.conversation));
    case "events":
    case "page":
      return within(withFaces(state, frame.events), frame.conversation, (thread) => {
        const { log, effects } = receive(thread.log, frame);
        return { thread: written(thread, { ...thread, log }), effects };
      });
    case "typing":
      return within(state, frame.conversation, (thread) => ({
        thread: { ...thread, typists: withTypist(thread.typists, frame, now) },
        effects: [],
      }));
    case "queue":
      return within(state, frame.conversation, (thread) => ({
        thread: { ...thread, queue: frame.place === null ? null : { place: frame.place, waitMs: frame.waitMs } },
        effects: [],
      }));
    case "rating":
      return within(state, frame.conversation, (thread) => ({
        thread: { ...thread, rating: { score: frame.score, comment: frame.comment } },
        effects: [],
      }));
    case "earlier":
      return only({ ...state, earlier: frame.more, loading: false });
    case "seen":
      return only(markVisitorSeen(state, frame.conversation, frame.side, frame.seq));
    case "beat":
      return beaten(state, frame.tops, clockOffset(state.clockOffset, frame.now, now));
    default:
      return only(state);
  }
}

/** Raises a mark of what one side has seen; it never falls. */
export function markVisitorSeen(
  state: VisitorState,
  conversation: string,
  side: "visitor" | "operator",
  seq: number,
): VisitorState {
  const mark = side === "visitor" ? "visitorSeen" : "operatorSeen";
  return within(state, conversation, (thread) => ({
    thread: thread.header[mark] >= seq ? thread : { ...thread, header: { ...thread.header, [mark]: seq } },
    effects: [],
  })).state;
}

/** Forgets who has not typed for 6 s. */
export function expireVisitorTyping(state: VisitorState, now: number): VisitorState {
  return Object.keys(state.threads).reduce(
    (next, id) =>
      within(next, id, (thread) => {
        const typists = withoutExpired(thread.typists, now);
        return { thread: typists === thread.typists ? thread : { ...thread, typists }, effects: [] };
      }).state,
    state,
  );
}

/** Remembers that an older page is on its way; null when there is nothing to ask for. */
export function visitorOlder(
  state: VisitorState,
  conversation: string,
): { state: VisitorState; before: number } | null {
  const log = state.threads[conversation]?.log;
  const before = log && olderThan(log);
  return before
    ? {
        state: within(state, conversation, (thread) => ({
          thread: { ...thread, log: { ...thread.log, loading: true } },
          effects: [],
        })).state,
        before,
      }
    : null;
}

/** What `hello` says about where this client stands. */
export function visitorPositions(state: VisitorState): Position[] {
  return Object.values(state.threads).map(({ header, log }) => ({
    conversation: header.id,
    stream: "public",
    last: log.last,
  }));
}

function only(state: VisitorState): Step<VisitorState> {
  return { state, effects: [] };
}

/** Changes one thread; a conversation nobody told us about is left out, the heartbeat's tops bring it later. */
function within(
  state: VisitorState,
  id: string,
  change: (thread: VisitorThread) => { thread: VisitorThread; effects: Effect[] },
): Step<VisitorState> {
  const known = state.threads[id];
  if (!known) {
    return only(state);
  }
  const { thread, effects } = change(known);
  if (thread === known) {
    return { state, effects };
  }
  return { state: { ...state, threads: { ...state.threads, [id]: thread } }, effects };
}

function welcomed(state: VisitorState, frame: VisitorWelcome, now: number): VisitorState {
  const { epoch, visit, token, site, dayStart, reachable, invitation } = frame;
  const sameLife = state.epoch === null || state.epoch === epoch;
  const threads = Object.entries(sameLife ? state.threads : {}).map(([id, thread]) => [
    id,
    { ...thread, typists: [], log: renewed(thread.log) },
  ]);
  return {
    ...state,
    epoch,
    visit,
    token,
    site,
    reachable,
    invitation,
    dayStart,
    questions: null,
    loading: false,
    clockOffset: clockOffset(state.clockOffset, frame.now, now),
    threads: Object.fromEntries(threads),
  };
}

function headed(state: VisitorState, header: VisitorConversation): VisitorState {
  const known = state.threads[header.id] ?? { header, log: EMPTY_LOG, typists: [], queue: null };
  const thread: VisitorThread = {
    ...known,
    queue: header.state === "waiting" ? known.queue : null,
    header: {
      ...header,
      operatorSeen: Math.max(header.operatorSeen, known.header.operatorSeen),
      visitorSeen: Math.max(header.visitorSeen, known.header.visitorSeen),
    },
  };
  const people = header.operator ? { ...state.people, [header.operator.id]: header.operator } : state.people;
  return { ...state, people, threads: { ...state.threads, [header.id]: thread } };
}

/** What new events say about the conversation itself and about who types. */
function written(before: VisitorThread, after: VisitorThread): VisitorThread {
  const fresh = appended(before.log, after.log);
  return {
    ...after,
    header: fresh.reduce(withEvent, after.header),
    typists: withoutAuthors(after.typists, fresh),
  };
}

function withEvent(header: VisitorConversation, { body, at }: Event): VisitorConversation {
  switch (body.type) {
    case "joined":
      return { ...header, state: "active", operator: body.operator };
    case "left":
      return { ...header, state: "waiting", operator: null };
    case "handed_over":
      return { ...header, state: body.to ? "active" : "waiting", operator: body.to, transfer: null };
    case "closed":
      return { ...header, state: "closed", closedAt: at };
    default:
      return header;
  }
}

function facesIn(body: EventBody): Person[] {
  if (body.type === "handed_over") return body.to === null ? [body.from] : [body.from, body.to];
  return body.type === "joined" || body.type === "left" ? [body.operator] : [];
}

function withFaces(state: VisitorState, events: readonly Event[]): VisitorState {
  const faces = events.flatMap(({ body }) => facesIn(body));
  return faces.length === 0
    ? state
    : { ...state, people: { ...state.people, ...Object.fromEntries(faces.map((face) => [face.id, face])) } };
}

function beaten(
  state: VisitorState,
  tops: { conversation: string; public: number }[],
  offset: number,
): Step<VisitorState> {
  const effects: Effect[] = [];
  let next = offset === state.clockOffset ? state : { ...state, clockOffset: offset };
  for (const top of tops) {
    next = within(next, top.conversation, (thread) => {
      const step = ask(renewed(thread.log), top.public, top.conversation, "public");
      effects.push(...step.effects);
      return { thread: step.effects.length > 0 ? { ...thread, log: step.log } : thread, effects: [] };
    }).state;
  }
  return { state: next, effects };
}
