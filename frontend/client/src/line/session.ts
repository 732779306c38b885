import type { Bye } from "@beseda/protocol";
import type { Network } from "../environment";
import * as CODES from "./codes";
import { openSocketWire } from "./socket";
import { type LineOptions, SignedOut, type Via } from "./types";
import type { Frame, Wire, WireListener } from "./wire";

/** Silence that ends a line, milliseconds. */
const SILENCE = { operator: 9000, visitor: 40_000 };
/** For opening, and again for the first word: a proxy may let the handshake through and swallow what follows. */
const OPENING = { socket: 5000, http: 10_000 };
const PROBE = 3000;

/** How a session ended. */
export interface Loss {
  code: number;
  /** What the server asked to wait; 0 when an unanswered probe ended it. */
  retryMs: number | null;
  /** `refused`, `timeout`: nothing was ever heard on it, this way may be blocked; `none`: the wire was not even tried. */
  trouble: "refused" | "timeout" | "none" | null;
}

export interface SessionListener {
  frame(frame: Frame): void;
  lost(loss: Loss): void;
}

/** One life of the line on one wire: hello, answered beats, watched silence. */
export interface Session {
  readonly via: Via;
  send(frame: object): void;
  /** Asks for a sign of life; without one in 3 s the session is lost. */
  probe(): void;
  end(): void;
}

export function openSession<In, Out extends object>(
  environment: Network,
  options: LineOptions<In, Out>,
  via: Via,
  listener: SessionListener,
): Session {
  let wire: Wire | null = null;
  let open = false;
  let over = false;
  let heard = false;
  let cancel = environment.after(OPENING[via], () => lose(0, null, "timeout"));

  function within(ms: number, expired: () => void): void {
    cancel();
    cancel = environment.after(ms, expired);
  }
  function end(): void {
    over = true;
    cancel();
    wire?.end();
  }
  function lose(code: number, retryMs: number | null = null, trouble: Loss["trouble"] = "refused"): void {
    if (!over) {
      end();
      listener.lost({ code, retryMs, trouble: heard ? null : wire ? trouble : "none" });
    }
  }
  function frame(frame: Frame): void {
    within(SILENCE[options.side], () => lose(CODES.silence));
    const { t, code, retryMs } = frame as Frame & Omit<Bye, "t">;
    if (!heard && t === "refused" && retryMs) {
      // Too many newcomers come from this network: the same hello again, not all of them at once.
      environment.after(retryMs * (1 + environment.random()), () => wire?.send(options.hello()));
      return;
    }
    heard = true;
    if (t === "bye") {
      lose(code, retryMs);
      return;
    }
    if (t === "beat") {
      wire?.send({ t });
    }
    listener.frame(frame);
  }

  const wireListener: WireListener = {
    opened() {
      open = true;
      within(OPENING[via], () => lose(0, null, "timeout"));
      wire?.send(options.hello());
    },
    frame,
    lost: (code) => lose(code),
  };
  async function begin(): Promise<void> {
    const query = await options.query();
    if (over) {
      return;
    }
    const { base, side } = options;
    if (via === "socket") {
      wire = openSocketWire(environment, `${base}/ws/${side}?${query}`, wireListener);
      return;
    }
    const open = await environment.longPoll();
    if (!over) {
      wire = open(`${base}/line/${side}`, query, wireListener);
    }
  }
  begin().catch((error) => lose(error instanceof SignedOut ? CODES.signedOut : 0));

  return {
    via,
    send: (frame) => wire?.send(frame),
    probe() {
      if (open && !over) {
        wire?.send({ t: "probe" });
        within(PROBE, () => lose(CODES.silence, 0));
      }
    },
    end,
  };
}
