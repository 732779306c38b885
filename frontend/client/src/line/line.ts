import type { Network } from "../environment";
import * as CODES from "./codes";
import { type Loss, openSession, type Session } from "./session";
import type { Line, LineOptions, LineState, Via } from "./types";
import type { Frame } from "./wire";

/** The longest wait between two tries, milliseconds. */
const CAP = { operator: 10_000, visitor: 30_000 };
/**
 * Until the trouble is older than this, a wait is no longer than this; later, no longer than the trouble is old. So a network
 * lost for five seconds is back within ten, which is when the server begins to say that a visitor has left.
 */
const SHORTEST_SPAN = 1000;
/** A line that lived so long is the end of a trouble. */
const STABLE = 60_000;
/** On an HTTP line the WebSocket is tried again so often. */
const UPGRADE = 60_000;
/** So many WebSockets in a row that never said a word make the next try an HTTP one. */
const BLOCKED = 2;

/**
 * Opens a line and keeps it open.
 *
 * ```
 * connecting --> live <--> reconnecting <--> offline
 *      \           \            \--> stopped (close codes that say so; restart() leaves it)
 * ```
 *
 * While nothing answers at all, WebSocket and HTTP are tried in turn, so that a restarted server is not met by everybody
 * on HTTP. On an HTTP line the better way is tried beside it and takes over with its first frame.
 */
export function openLine<In extends Frame, Out extends object>(
  environment: Network,
  options: LineOptions<In, Out>,
): Line<Out> {
  let state: LineState = { kind: "connecting" };
  let session: Session | null = null;
  let trial: Session | null = null;
  let since = 0;
  let troubledSince: number | null = null;
  let mutes = 0;
  /** The server spoke on this session, so it takes frames. */
  let ready = false;
  let httpWorks = false;
  let lastVia: Via = "http";
  /** One malformed frame was forgiven. */
  let forgiven = false;
  /** The wait was ordered by the server: waking up does not cut it short. */
  let ordered = false;
  const never = () => {};
  let cancelTry = never;
  let cancelStable = never;
  let cancelUpgrade = never;

  function become(next: LineState): void {
    state = next;
    options.changed(next);
  }

  function begin(via: Via): void {
    cancelTry();
    lastVia = via;
    session = openSession(environment, options, via, { frame: received, lost });
    if (state.kind !== "connecting") {
      become({ kind: "reconnecting", since, nextTryAt: null });
    }
  }

  function received(frame: Frame): void {
    ready = true;
    if (frame.t === "synced" && session) {
      cancelStable();
      cancelStable = environment.after(STABLE, () => {
        troubledSince = null;
        forgiven = false;
      });
      upgradeLater();
      become({ kind: "live", via: session.via });
    }
    options.received(frame as In);
  }

  function upgradeLater(): void {
    cancelUpgrade();
    if (session?.via === "http") {
      cancelUpgrade = environment.after(UPGRADE, tryUpgrade);
    }
  }

  function tryUpgrade(): void {
    const candidate = openSession(environment, options, "socket", {
      frame(frame) {
        if (trial === candidate) {
          session?.end();
          session = candidate;
          trial = null;
          mutes = 0;
        }
        received(frame);
      },
      lost(loss) {
        if (trial === candidate) {
          trial = null;
          upgradeLater();
        } else {
          lost(loss);
        }
      },
    });
    trial = candidate;
  }

  function drop(): void {
    cancelTry();
    cancelStable();
    cancelUpgrade();
    trial?.end();
    session?.end();
    trial = session = null;
    ready = false;
  }

  function lost(loss: Loss): void {
    const via = session?.via ?? lastVia;
    drop();
    if (state.kind === "live" || state.kind === "connecting") {
      since = environment.now();
    }
    const blocked = remember(via, loss.trouble);
    options.lost?.(loss.code);
    const ms = verdict(loss, blocked);
    if (ms === null) {
      become({ kind: "stopped", code: loss.code });
    } else if (!environment.online()) {
      become({ kind: "offline", since });
    } else {
      cancelTry = environment.after(ms, again);
      become({ kind: "reconnecting", since, nextTryAt: environment.now() + ms });
    }
  }

  /** True when the WebSocket has just turned out to be blocked. */
  function remember(via: Via, trouble: Loss["trouble"]): boolean {
    if (via === "http") {
      httpWorks = trouble === null;
      return false;
    }
    if (trouble !== "none") {
      mutes = trouble === null ? 0 : trouble === "timeout" ? BLOCKED : mutes + 1;
    }
    return mutes === BLOCKED;
  }

  /** The table of close codes: how long to wait, or null to stop. */
  function verdict({ code, retryMs }: Loss, blocked: boolean): number | null {
    ordered = true;
    switch (code) {
      case CODES.forbidden:
      case CODES.unknownSite:
      case CODES.replaced:
      case CODES.banned:
      case CODES.outdated:
        return null;
      case CODES.malformed:
      case CODES.tooLarge:
        if (forgiven) {
          return null;
        }
        forgiven = true;
        return 10_000;
      case CODES.tooMany:
        return Math.max(10_000, retryMs ?? 0);
      case CODES.restart:
        return environment.random() * (retryMs ?? 5000);
      case CODES.signedOut:
        if (options.side === "operator") {
          return null;
        }
    }
    ordered = false;
    return blocked ? 0 : (retryMs ?? jittered());
  }

  function jittered(): number {
    const now = environment.now();
    troubledSince ??= now;
    return environment.random() * Math.min(CAP[options.side], Math.max(SHORTEST_SPAN, now - troubledSince));
  }

  function again(): void {
    begin(mutes >= BLOCKED && (httpWorks || lastVia === "socket") ? "http" : "socket");
  }

  const unwatch = environment.watch((signal) => {
    if (signal === "hidden") {
      return;
    }
    if (session) {
      session.probe();
    } else if (signal === "wake" && state.kind !== "stopped" && !ordered && environment.online()) {
      again();
    } else if (signal === "offline" && state.kind === "reconnecting") {
      cancelTry();
      become({ kind: "offline", since });
    }
  });

  begin("socket");
  return {
    get state() {
      return state;
    },
    send(frame) {
      if (ready) {
        session?.send(frame);
      }
      return ready;
    },
    restart() {
      if (!session) {
        troubledSince = null;
        forgiven = ordered = false;
        again();
      }
    },
    close() {
      unwatch();
      drop();
    },
  };
}
