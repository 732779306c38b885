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
const question = "beseda:window:1";
/** In the address of a window that has somebody to ask. */
const mark = "window";
/** An opener that has not answered by now has been left, milliseconds. */
const patience = 3000;
const size = "popup,width=400,height=640";

/** The part of a browser's window that is used. */
export type Opener = Pick<Window, "open" | "addEventListener" | "location">;

/**
 * Opens the conversation in a window of its own, or the same window anew.
 *
 * @param give called when the new window asks; nothing is in its address, so nothing is left in the browser's history
 * @returns null when the browser forbids it
 */
export function openOwnWindow(site: string, give: () => Handover, own: Opener = window): Window | null {
  const opened = own.open(`/panel/?site=${encodeURIComponent(site)}&${mark}`, `beseda-${site}`, size);
  if (!opened) return null;
  own.addEventListener("message", ({ source, origin, data, ports: [port] }) => {
    if (source === opened && origin === own.location.origin && data === question) port?.postMessage(give());
  });
  opened.focus();
  return opened;
}

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
