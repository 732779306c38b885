import { complain } from "../complain";
import type { Lent, News } from "../lent";

export type Listener = (detail?: unknown) => unknown;

/** What a page's script can listen to. */
export const eventNames = ["ready", "open", "close", "unread", "message", "operator", "ended", "rated"] as const;

/** Tells the page's script what happens; what it does about it is its own: its mistakes stop nothing of ours. */
export class Listeners {
  private readonly all = new Map<string, Set<Listener>>();
  private ready = false;
  private open: boolean;
  private count: number;

  constructor(private readonly lent: Lent) {
    ({ open: this.open, count: this.count } = lent.now());
  }

  add(event: string, listener: Listener): void {
    const set = this.all.get(event) ?? new Set();
    this.all.set(event, set.add(listener));
    // Whoever asks late is told at once.
    if (event === "ready" && this.ready) this.call(event, listener);
    this.look();
  }

  remove(event: string, listener?: Listener): void {
    if (listener) this.all.get(event)?.delete(listener);
    else this.all.delete(event);
  }

  heard(news: News): void {
    this.look();
    if (news.t !== "event") return;
    const { name, ...detail } = news.event;
    this.tell(name, detail);
  }

  /** What became of the window since the last look. */
  private look(): void {
    const { ready, open, count } = this.lent.now();
    if (ready && !this.ready) {
      this.ready = true;
      this.tell("ready");
    }
    if (open !== this.open) {
      this.open = open;
      this.tell(open ? "open" : "close");
    }
    if (count !== this.count) {
      this.count = count;
      this.tell("unread", { count });
    }
  }

  private tell(event: string, detail?: object): void {
    for (const listener of [...(this.all.get(event) ?? [])]) this.call(event, listener, detail);
  }

  private call(event: string, listener: Listener, detail?: object): void {
    const failed = (trouble: unknown) => complain(`your listener of "${event}" failed: ${trouble}`);
    try {
      Promise.resolve(listener(detail)).catch(failed);
    } catch (trouble) {
      failed(trouble);
    }
  }
}
