import type { LoaderMessages } from "./ru";

export const uk: LoaderMessages = {
  chat: "Напишіть нам",
  unread: "Нових повідомлень: ",
  failed: "Не відкрилося ↻",
};
