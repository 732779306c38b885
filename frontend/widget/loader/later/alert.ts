import { chime } from "../../shared/chime";
import type { Kept } from "../../shared/port";
import { favicon } from "./favicon";

/** What the loader lends. */
export interface Tools {
  readonly base: string;
  /** One for all tabs of the site. */
  readonly name: string;
  now(): number;
  read(): Kept;
  change(part: Kept): void;
  /** Whether the window is collapsed and the site wants it to open when an answer comes. */
  opens(): boolean;
  /** Opens it, the focus staying where it is. */
  reveal(): void;
}

/** Tells the visitor that an answer has come. */
export interface Alerts {
  unread(count: number): void;
  ring(): Promise<void>;
}

/** Sounds of several tabs that hear of the same message, milliseconds. */
const sameMessage = 1500;
/** There the window is the whole screen; the same as in shell.css. */
const phone = "(max-width: 480px), (max-height: 420px)";

/**
 * The tab's picture while the tab is hidden, the window itself where the site wants that and the visitor is looking, and one
 * sound, however many tabs hear of the answer.
 */
export function alerts({ base, name, now, read, change, opens, reveal }: Tools): Alerts {
  const icon = favicon(document.head, `${base}/loader/unread.png`);
  let count = 0;
  /** Whoever collapses the window again has seen why it opened. */
  let revealed = 0;

  function look(): void {
    icon.mark(count > 0 && document.hidden);
    if (count === 0) revealed = 0;
    if (count <= revealed || document.hidden || !opens() || matchMedia(phone).matches) return;
    revealed = count;
    reveal();
  }

  function ringFirst(): void {
    if (now() - (read().chimed ?? 0) < sameMessage) return;
    change({ chimed: now() });
    chime();
  }

  document.addEventListener("visibilitychange", look);
  return {
    unread(now) {
      count = now;
      look();
    },
    async ring() {
      // A tab that may not make a sound leaves it to one that may.
      if (navigator.userActivation?.hasBeenActive === false) return;
      const { locks } = navigator;
      // Only secure pages have locks; the others look whether another tab has just rung.
      if (!locks) return ringFirst();
      await locks
        .request(`${name}:ring`, { ifAvailable: true }, async (lock) => {
          if (!lock) return;
          ringFirst();
          await new Promise((over) => setTimeout(over, sameMessage));
        })
        .catch(ringFirst);
    },
  };
}
