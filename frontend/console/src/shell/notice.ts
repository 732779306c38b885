import { navigate, pathOf, type Route } from "./route";

interface Notice {
  readonly title: string;
  readonly body: string;
  /** Of several with one tag the system shows the last. */
  readonly tag: string;
  /** Where a click on it leads. */
  readonly route: Route;
  /** Stays until it is answered or taken back. */
  readonly stays?: boolean;
}

/** The system's notification. The result takes it back. */
export function notify({ title, body, tag, route, stays = false }: Notice): () => void {
  const look = { body, tag, requireInteraction: stays };
  try {
    const shown = new Notification(title, look);
    shown.onclick = () => {
      window.focus();
      navigate(route);
      shown.close();
    };
    return () => shown.close();
  } catch {
    // Browsers of phones show only those of a service worker.
    return byWorker(title, { ...look, data: pathOf(route) });
  }
}

function byWorker(title: string, look: NotificationOptions & { tag: string }): () => void {
  const worker = navigator.serviceWorker?.ready;
  void worker?.then((ready) => ready.showNotification(title, look));
  return () =>
    void worker
      ?.then((ready) => ready.getNotifications({ tag: look.tag }))
      .then((shown) => {
        for (const each of shown) each.close();
      });
}
