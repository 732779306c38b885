import type { Environment, KeyValues, Signal } from "../environment";

/** Turns of the microtask queue that let every promise chain of a step finish. */
const TURNS = 30;

interface Timer {
  at: number;
  order: number;
  run: () => void;
}

/**
 * An environment on a clock that moves only when told, with a seeded dice: the same seed gives the same run. Lines lead
 * nowhere until a fake server takes them: `server.environment(simulation)`.
 */
export class Simulation implements Environment {
  storage: KeyValues | null = new MemoryStorage();
  isVisible = true;
  isOnline = true;
  private time = Date.UTC(2026, 10, 22, 9);
  private timers: Timer[] = [];
  private orders = 0;
  private ids = 0;
  private seed: number;
  private readonly watchers = new Set<(signal: Signal) => void>();

  constructor(seed = 1) {
    this.seed = seed;
  }

  readonly openSocket: Environment["openSocket"] = () => {
    throw new Error("no network in this simulation: use server.environment(simulation)");
  };
  readonly fetch: Environment["fetch"] = () => Promise.reject(new TypeError("Failed to fetch"));
  readonly longPoll: Environment["longPoll"] = () => Promise.reject(new TypeError("no network in this simulation"));
  readonly now = () => this.time;
  readonly visible = () => this.isVisible;
  readonly online = () => this.isOnline;

  readonly after = (ms: number, run: () => void) => {
    const timer = { at: this.time + Math.max(0, ms), order: ++this.orders, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  };

  /** Mulberry32. */
  random = () => {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };

  readonly newId = () => `id${++this.ids}`.padEnd(22, "_");

  readonly watch = (listener: (signal: Signal) => void) => {
    this.watchers.add(listener);
    return () => this.watchers.delete(listener);
  };

  /** What the browser says; `offline` and `hidden` change what {@link online} and {@link visible} answer, `wake` undoes both. */
  signal(signal: Signal): void {
    this.isVisible = signal === "wake" || (signal !== "hidden" && this.isVisible);
    this.isOnline = signal === "wake" || (signal !== "offline" && this.isOnline);
    for (const watcher of [...this.watchers]) {
      watcher(signal);
    }
  }

  /** Lets `ms` pass: every timer that falls due runs at its moment, with all promises settled in between. */
  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    await settled();
    for (let next = this.next(end); next; next = this.next(end)) {
      this.time = Math.max(this.time, next.at);
      const due = next;
      this.timers = this.timers.filter((timer) => timer !== due);
      due.run();
      await settled();
    }
    this.time = end;
  }

  /** Passes time in small steps until the condition holds; fails after `limit` ms. */
  async until(holds: () => boolean, limit = 120_000): Promise<void> {
    const end = this.time + limit;
    while (!holds()) {
      if (this.time >= end) {
        throw new Error(`did not come about in ${limit} ms: ${holds}`);
      }
      await this.pass(10);
    }
  }

  private next(end: number): Timer | undefined {
    return this.timers
      .filter(({ at }) => at <= end)
      .reduce<Timer | undefined>((first, timer) => (!first || before(timer, first) ? timer : first), undefined);
  }
}

function before(a: Timer, b: Timer): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) {
    await Promise.resolve();
  }
}

/** `localStorage` of a browser that forgets nothing until told. */
export class MemoryStorage implements KeyValues {
  private readonly values = new Map<string, string>();

  get length(): number {
    return this.values.size;
  }
  key(index: number): string | null {
    return [...this.values.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.values.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.values.set(key, value);
  }
  removeItem(key: string): void {
    this.values.delete(key);
  }
}
