import type { SiteLook } from "@beseda/protocol";

/** What a panel gives the window it has opened, so that the visitor and the conversation are the same there. */
export interface Handover {
  readonly visit: string | null;
  readonly look: SiteLook | null;
  readonly language: string | null;
  /** What the panel keeps about this visitor: browsers give a frame and a window of its own two storages. */
  readonly items: Readonly<Record<string, string>>;
}

/** Asked by the new window; the port of the answer comes with it. */
export const question = "beseda:window:1";
/** In the address of a window that has somebody to ask. */
export const mark = "window";
/** An opener that has not answered by now has been left, milliseconds. */
const patience = 3000;

/** In the new window: what the panel that opened it gives; null where nobody answers. Asked once, not on a reload. */
export function takeOver(own: Window = window): Promise<Handover | null> {
  const address = new URL(own.location.href);
  const opener: Window | null = own.opener;
  if (!address.searchParams.has(mark) || !opener) return Promise.resolve(null);
  address.searchParams.delete(mark);
  own.history.replaceState(null, "", address);
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const done = (given: Handover | null) => {
      clearTimeout(timer);
      port1.close();
      resolve(given);
    };
    const timer = setTimeout(done, patience, null);
    port1.onmessage = ({ data }: MessageEvent<Handover>) => done(data);
    opener.postMessage(question, own.location.origin, [port2]);
  });
}
