/** What the window tells the page that asks for the permission: who it is for, and where a click leads. */
export interface Asking {
  readonly site: string;
  /** Of the visitor's window. */
  readonly token: string;
  /** Of the customer's site; empty in a window of its own. */
  readonly page: string;
  readonly language: string;
  /** Of the site, for the button. */
  readonly accent: string | null;
}

/** Asked by that page; the port of the answer comes with it. */
export const question = "beseda:notify:1";

/** Told through the port when the browser will show notifications. */
export const agreed = "beseda:notify:agreed";

/** How the visitor stands to notifications, as `GET /api/visitor/KEY/push` says. */
export interface PushState {
  readonly offered: boolean;
  readonly on: boolean;
  readonly key: string;
}

export function pushAddress(site: string): string {
  return `/api/visitor/${encodeURIComponent(site)}/push`;
}
