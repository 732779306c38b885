// The console as a program of its own: this part shows notifications where only a service worker may. It keeps no pages.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(lead(event.notification.data));
});

async function lead(place) {
  const [open] = await clients.matchAll({ type: "window" });
  if (!open) return clients.openWindow(place);
  open.postMessage({ place });
  return open.focus();
}
