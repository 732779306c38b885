// Shows that somebody answered, when no page of the site is open. It keeps no pages and sees none.
addEventListener("install", () => skipWaiting());

addEventListener("push", (event) => {
  const { title, body, page, tag } = event.data.json();
  event.waitUntil(registration.showNotification(title, { body, tag, renotify: true, data: page }));
});

addEventListener("notificationclick", (event) => {
  event.notification.close();
  if (event.notification.data) event.waitUntil(clients.openWindow(event.notification.data));
});
