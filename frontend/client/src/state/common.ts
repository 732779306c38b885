import type { Event, Events, OlderPage, SomebodyTyping, Stream } from "@beseda/protocol";
import { applyEvents, applyPage, type Log, missing } from "./log";
import type { Effect, Typist } from "./types";

/** How long somebody is shown as typing without hearing it again, milliseconds. */
const TYPING = 6000;
/** A clock that moves less is left alone, so that heartbeats don't redraw anything. */
const CLOCK_STEP = 1000;

/** A log after a frame, and what to fetch. */
export interface LogStep {
  log: Log;
  effects: Effect[];
}

export function receive(log: Log, frame: Events | OlderPage): LogStep {
  return frame.t === "page"
    ? { log: applyPage(log, frame), effects: [] }
    : ask(applyEvents(log, frame), frame.top, frame.conversation, frame.stream);
}

/** Asks for what is missing below `top`, unless that was asked already. */
export function ask(log: Log, top: number, conversation: string, stream: Stream): LogStep {
  const after = missing(log, top);
  return after === null
    ? { log, effects: [] }
    : { log: { ...log, asked: after }, effects: [{ type: "fetch", conversation, stream, after }] };
}

/** The events of `now` that `before` did not have at its end. */
export function appended(before: Log, now: Log): readonly Event[] {
  return now.events.filter(({ seq }) => seq > before.last);
}

export function withTypist(typists: readonly Typist[], frame: SomebodyTyping, now: number): readonly Typist[] {
  const { side, person, on } = frame;
  const others = typists.filter((typist) => typist.side !== side || typist.person !== person);
  return on ? [...others, { side, person, until: now + TYPING }] : others;
}

/** Who wrote stopped typing. */
export function withoutAuthors(typists: readonly Typist[], events: readonly Event[]): readonly Typist[] {
  const wrote = ({ side, person }: Typist) =>
    events.some(
      ({ author, body }) =>
        body.type === "message" && author.kind === side && (author.kind !== "operator" || author.id === person),
    );
  return typists.some(wrote) ? typists.filter((typist) => !wrote(typist)) : typists;
}

/** The same array when nobody's time is over. */
export function withoutExpired(typists: readonly Typist[], now: number): readonly Typist[] {
  return typists.some(({ until }) => until <= now) ? typists.filter(({ until }) => until > now) : typists;
}

export function clockOffset(known: number, server: number, now: number): number {
  return Math.abs(server - now - known) > CLOCK_STEP ? server - now : known;
}
