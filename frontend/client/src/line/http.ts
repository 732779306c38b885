import type { Answer, Environment, Request } from "../environment";
import { frameOf, type OpenWire, type Wire, type WireListener } from "./wire";

type World = Pick<Environment, "fetch" | "after">;

/** Frames of one POST; the rest waits for its answer. */
const BATCH = 16;
/** A lost poll is asked again, because the server keeps its frames; so many in a row end the line. */
const LOST_POLLS = 3;

/** {@link openHttpWire} in a world. */
export const longPollIn =
  (world: World): OpenWire =>
  (url, query, listener) =>
    openHttpWire(world, url, query, listener);

/** A wire over POST and long poll: what the WebSocket would carry, in the same order. */
export function openHttpWire(environment: World, url: string, query: string, listener: WireListener): Wire {
  let over = false;
  let posting = false;
  /** Names the line, in a header: addresses are written into logs on the way. */
  let headers: Record<string, string> | undefined;
  let queue: object[] = [];

  const call = (path: string, body: unknown, timeout = 10_000) => {
    // The last call has to outlive the page.
    const request: Request = { method: "POST", body: JSON.stringify(body), timeout, headers, keepalive: over };
    return environment.fetch(url + path, request).catch(() => null);
  };
  const lose = (answer: Answer | null) => {
    if (!over) {
      over = true;
      listener.lost(codeOf(answer));
    }
  };

  async function run(): Promise<void> {
    const answer = await call(`?${query}`, {});
    const secret = (answer?.body as { line?: string } | null)?.line;
    if (!secret) {
      lose(answer);
    } else if (!over) {
      headers = { "X-Beseda-Line": secret };
      listener.opened();
      await poll();
    }
  }

  async function poll(): Promise<void> {
    let after = 0;
    let losses = 0;
    while (!over) {
      const answer = await call("/poll", { after }, 35_000);
      const batch = batchOf(answer);
      if (over) {
        return;
      }
      if (batch) {
        losses = 0;
        after = batch.last;
        deliver(batch.frames);
      } else if (codeOf(answer) !== 0 || answer?.status === 410 || ++losses === LOST_POLLS) {
        lose(answer);
      } else {
        await new Promise<void>((resume) => environment.after(1000, resume));
      }
    }
  }

  function deliver(frames: unknown[]): void {
    for (const value of frames) {
      const frame = over ? null : frameOf(value);
      if (frame) {
        listener.frame(frame);
      }
    }
  }

  async function flush(): Promise<void> {
    while (!over && queue.length > 0) {
      const batch = queue.slice(0, BATCH);
      queue = queue.slice(BATCH);
      const answer = await call("/frames", batch);
      if (answer?.status !== 204) {
        lose(answer);
      }
    }
    posting = false;
  }

  void run();
  return {
    send(frame) {
      queue.push(frame);
      if (!posting) {
        posting = true;
        void flush();
      }
    },
    end() {
      over = true;
      if (headers) {
        void call("/end", {});
      }
    },
  };
}

function batchOf(answer: Answer | null): { last: number; frames: unknown[] } | null {
  const body = answer?.body as { last: number; frames: unknown[] } | null | undefined;
  return answer?.status === 200 && typeof body?.last === "number" && Array.isArray(body.frames) ? body : null;
}

/** A refusal counts only in our server's own words (JSON): the 403 of a proxy must not stop the line for ever. */
function codeOf(answer: Answer | null): number {
  return answer?.body && [401, 403, 404, 413, 426, 429].includes(answer.status) ? 4000 + answer.status : 0;
}
