import type { Ack, Refused, Stream } from "@beseda/protocol";
import type { Environment } from "../environment";
import { type Kept, openShelf } from "./shelf";
import type { Beside, Outgoing, Submitted } from "./types";

/** Transmitted without an acknowledgement, in one lane. */
const IN_FLIGHT = 16;
const CAPACITY = 200;
const RESEND = 10_000;
const LATE = 30_000;
const EXPIRY = 7 * 24 * 3_600_000;

export interface OutboxOptions {
  /** Keeps outboxes of different sites or accounts apart. */
  scope: string;
  /** Puts the item on the line; false when that is not possible now. */
  transmit(item: Outgoing): boolean;
  /** Items of one lane keep their order and share the limit of 16. */
  lane(item: Outgoing): string;
  changed(items: readonly Outgoing[], durable: boolean): void;
}

export interface Outbox {
  readonly items: readonly Outgoing[];
  readonly durable: boolean;
  /** Stores the text before its first transmission. */
  add(text: string, conversation: string | null, stream: Stream, beside?: Beside): Submitted;
  acknowledged(ack: Ack): void;
  refused(refused: Refused): void;
  /** The log shows these now: they are ours no more. */
  landed(cids: readonly string[]): void;
  /** The line caught up: everything unacknowledged is sent again, the oldest first. */
  resume(): void;
  pause(): void;
  retry(cid: string): void;
  /** Takes a failed item out; null when there is none. */
  restore(cid: string): string | null;
  stop(): void;
}

interface Entry {
  item: Outgoing;
  order: number;
  /** Waits as long as the server asked; later ones of the lane wait behind it. */
  resting: boolean;
  cancelAnswer: () => void;
  cancelLate: () => void;
}

const nothing = () => {};
const isUnanswered = ({ item }: Entry) => item.state === "waiting" || item.state === "sending";

/** Keeps what the user sent until the server has it, across reloads, tabs and lost lines. */
export function createOutbox(environment: Environment, options: OutboxOptions): Outbox {
  const shelf = openShelf(environment, options.scope);
  let entries: Entry[] = [];
  let items: readonly Outgoing[] = [];
  let live = false;

  function publish(): void {
    items = entries.map((entry) => entry.item);
    options.changed(items, shelf.durable);
  }

  function nextOrder(): number {
    return Math.max(environment.now(), (entries.at(-1)?.order ?? 0) + 1);
  }

  function insert(kept: Kept): Entry {
    const { order, ...rest } = kept;
    const item: Outgoing = { ...rest, state: kept.code === null ? "waiting" : "failed", late: false };
    const entry: Entry = { item, order, resting: false, cancelAnswer: nothing, cancelLate: nothing };
    entries.push(entry);
    watchLate(entry);
    return entry;
  }

  function watchLate(entry: Entry): void {
    const age = environment.now() - entry.item.at;
    entry.cancelLate = environment.after(Math.min(LATE, Math.max(0, LATE - age)), () => {
      update(entry, { late: isUnanswered(entry) });
      publish();
    });
  }

  function update(entry: Entry, change: Partial<Outgoing>): void {
    entry.item = { ...entry.item, ...change };
  }

  function keep({ item, order }: Entry): void {
    const { state: _, late: __, ...kept } = item;
    shelf.put({ ...kept, order });
  }

  function fail(entry: Entry, code: string, params: Outgoing["params"]): void {
    quiet(entry);
    update(entry, { state: "failed", code, params, late: false });
    keep(entry);
  }

  function quiet(entry: Entry): void {
    entry.cancelAnswer();
    entry.cancelLate();
    entry.resting = false;
  }

  function forget(cids: readonly string[]): void {
    for (const entry of entries.filter(({ item }) => cids.includes(item.cid))) {
      quiet(entry);
      shelf.remove(entry.item.cid);
    }
    entries = entries.filter(({ item }) => !cids.includes(item.cid));
  }

  function find(cid: string | null): Entry | undefined {
    return entries.find(({ item }) => item.cid === cid);
  }

  /** Sends what may be sent now: in order, 16 of a lane in flight, none past one that waits. */
  function pump(): void {
    entries.sort((a, b) => a.order - b.order);
    const inFlight = new Map<string, number>();
    for (const entry of live ? entries.filter(isUnanswered) : []) {
      const lane = options.lane(entry.item);
      const before = inFlight.get(lane) ?? 0;
      inFlight.set(lane, entry.item.state === "sending" || release(entry, before) ? before + 1 : IN_FLIGHT);
    }
    publish();
  }

  function release(entry: Entry, before: number): boolean {
    if (before >= IN_FLIGHT || entry.resting || !options.transmit(entry.item)) {
      return false;
    }
    update(entry, { state: "sending" });
    again(entry, RESEND);
    return true;
  }

  function again(entry: Entry, ms: number): void {
    entry.cancelAnswer();
    entry.cancelAnswer = environment.after(ms, () => {
      entry.resting = false;
      update(entry, { state: "waiting" });
      pump();
    });
  }

  /** Takes in what another tab or an earlier page left, and drops failed ones another tab dealt with. */
  function adopt(): void {
    if (shelf.durable) {
      const gone = entries.filter(({ item }) => item.state === "failed" && !shelf.has(item.cid));
      forget(gone.map(({ item }) => item.cid));
    }
    for (const kept of shelf.all().filter(({ cid }) => !find(cid))) {
      const entry = insert(kept);
      if (kept.code === null && environment.now() - kept.at > EXPIRY) {
        fail(entry, "expired", {});
      }
    }
  }

  function pause(): void {
    live = false;
    for (const entry of entries.filter(({ item }) => item.state === "sending")) {
      entry.cancelAnswer();
      update(entry, { state: "waiting" });
    }
    publish();
  }

  adopt();
  pump();
  return {
    get items() {
      return items;
    },
    get durable() {
      return shelf.durable;
    },
    add(text, conversation, stream, beside) {
      if (entries.filter(({ item }) => item.state !== "stored").length >= CAPACITY) {
        return { ok: false, code: "outbox_full", params: { limit: `${CAPACITY}` } };
      }
      const cid = environment.newId();
      const at = environment.now();
      const order = nextOrder();
      keep(insert({ cid, conversation, stream, text, ...beside, at, code: null, params: {}, order }));
      pump();
      return { ok: true, cid };
    },
    acknowledged(ack) {
      const entry = find(ack.cid);
      if (entry) {
        quiet(entry);
        shelf.remove(ack.cid);
        update(entry, { state: "stored", conversation: ack.conversation, late: false });
        pump();
      }
    },
    refused({ cid, code, params, retryMs }) {
      const entry = find(cid);
      if (entry && retryMs !== null) {
        update(entry, { state: "waiting" });
        entry.resting = true;
        again(entry, retryMs);
      } else if (entry) {
        fail(entry, code, params);
      }
      pump();
    },
    landed(cids) {
      if (cids.some(find)) {
        forget(cids);
        pump();
      }
    },
    resume() {
      forget(entries.filter(({ item }) => item.state === "stored").map(({ item }) => item.cid));
      adopt();
      pause();
      live = true;
      pump();
    },
    pause,
    retry(cid) {
      const entry = find(cid);
      if (entry?.item.state === "failed") {
        entry.order = nextOrder();
        update(entry, { state: "waiting", code: null, params: {}, at: environment.now() });
        watchLate(entry);
        keep(entry);
        pump();
      }
    },
    restore(cid) {
      const entry = find(cid);
      if (entry?.item.state !== "failed") {
        return null;
      }
      forget([cid]);
      publish();
      return entry.item.text;
    },
    stop: () => entries.forEach(quiet),
  };
}
