import { type Asking, type PushState, pushAddress } from "../shared/notifying";

/** What shows the notifications; its folder is what it may see. */
export const worker = "/notify/push.js";

/** What became of the attempt to let the browser show notifications. */
export type Result = "agreed" | "denied" | "unable" | "failed";

/** What is used of the browser. */
export interface Browser {
  /** Null where there are no notifications of closed pages. */
  readonly notifications: Pick<typeof Notification, "requestPermission"> | null;
  readonly workers: Pick<ServiceWorkerContainer, "register"> | null;
  fetch(address: string, init?: RequestInit): Promise<Response>;
}

/** This window's. */
export function thisBrowser(): Browser {
  const able = "PushManager" in window && "Notification" in window && "serviceWorker" in navigator;
  return {
    notifications: able ? Notification : null,
    workers: able ? navigator.serviceWorker : null,
    fetch: (address, init) => fetch(address, init),
  };
}

/** Asks the person and then the push service of the browser, and tells our server where it is reached. */
export async function subscribe({ site, token, page }: Asking, browser: Browser): Promise<Result> {
  const { notifications, workers } = browser;
  if (notifications === null || workers === null) return "unable";
  // Before anything is waited for: a browser asks only right after the press of a button.
  if ((await notifications.requestPermission()) !== "granted") return "denied";
  try {
    const headers = { "X-Beseda": "1", "X-Beseda-Token": token };
    const answer = await browser.fetch(pushAddress(site), { headers });
    if (!answer.ok) return "failed";
    const { key } = (await answer.json()) as PushState;
    const { pushManager } = await workers.register(worker);
    const subscribed = await subscribeAnew(pushManager, key);
    const kept = await browser.fetch(pushAddress(site), {
      method: "POST",
      headers: { ...headers, "Content-Type": "application/json" },
      body: JSON.stringify({ endpoint: subscribed.endpoint, page, ...keysOf(subscribed) }),
    });
    return kept.ok ? "agreed" : "failed";
  } catch {
    return "failed";
  }
}

/** A subscription under another key, of a server that began anew, stands in the way and is of no use any more. */
async function subscribeAnew(manager: PushManager, applicationServerKey: string): Promise<PushSubscription> {
  const wanted = { userVisibleOnly: true, applicationServerKey };
  try {
    return await manager.subscribe(wanted);
  } catch (trouble) {
    const known = await manager.getSubscription();
    if (known === null) throw trouble;
    await known.unsubscribe();
    return manager.subscribe(wanted);
  }
}

function keysOf(subscribed: PushSubscription): { key: string; secret: string } {
  const { p256dh = "", auth = "" } = subscribed.toJSON().keys ?? {};
  return { key: p256dh, secret: auth };
}
