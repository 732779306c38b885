import { greeting, type ToLoader, type ToPanel } from "../../../shared/port";
import { type Handover, takeOver } from "./handover";

/** What the page's side told first. */
export type Start = Extract<ToPanel, { t: "start" }>;

/** The panel's place: in a frame under a button, or a window of its own. */
export interface Embedding {
  /** Null in a window of its own. */
  readonly start: Start | null;
  /** What the panel that opened this window gave it. */
  readonly handover?: Handover | null;
  say(message: ToLoader): void;
  /** Everything after the start. */
  listen(heard: (message: ToPanel) => void): void;
}

const alone: Embedding = { start: null, say: () => {}, listen: () => {} };

/** The part of a window's message event that is looked at. */
export interface Knock {
  readonly source: unknown;
  readonly origin: string;
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}

/**
 * The port of a greeting, or null for anything else. Only the window that embeds us may greet; its origin has to be the one
 * the browser names as our embedder where the browser tells (`embedder`, else null). Who may embed us at all is the
 * server's word, `frame-ancestors`.
 */
export function portOf(knock: Knock, parent: unknown, embedder: string | null): MessagePort | null {
  if (knock.source !== parent || knock.data !== greeting) return null;
  if (embedder !== null && knock.origin !== embedder) return null;
  return knock.ports[0] ?? null;
}

/** The origin of the embedding page as the browser tells it. */
function embedderOf(): string | null {
  const [nearest] = location.ancestorOrigins ?? [];
  if (nearest) return nearest;
  return URL.canParse(document.referrer) ? new URL(document.referrer).origin : null;
}

/** Waits for the loader's greeting and its first words; in a window of its own there is nobody to wait for. */
export function embed(): Promise<Embedding> {
  if (window.parent === window) return takeOver().then((handover) => ({ ...alone, handover }));
  return new Promise((resolve) => {
    const knocked = (knock: MessageEvent) => {
      const port = portOf(knock, window.parent, embedderOf());
      if (!port) return;
      window.removeEventListener("message", knocked);
      resolve(converse(port));
    };
    window.addEventListener("message", knocked);
  });
}

/** Resolves with the first message, which is always `start`. */
function converse(port: MessagePort): Promise<Embedding> {
  return new Promise((resolve) => {
    const early: ToPanel[] = [];
    let heard = (message: ToPanel): void => void early.push(message);
    const listen = (listener: (message: ToPanel) => void) => {
      heard = listener;
      for (const message of early.splice(0)) listener(message);
    };
    port.onmessage = ({ data }: MessageEvent<ToPanel>) => {
      if (data.t !== "start") heard(data);
      else resolve({ start: data, say: (message) => port.postMessage(message), listen });
    };
  });
}
