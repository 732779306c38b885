import type { LoaderMessages } from "./ru";

export const uk: LoaderMessages = {
  chat: "Чат із нами",
  unread: "Нових повідомлень: ",
  failed: "Чат не відкрився ↻",
};
