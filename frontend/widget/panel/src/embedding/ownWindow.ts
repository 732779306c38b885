import { type Handover, mark, question } from "./handover";

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
