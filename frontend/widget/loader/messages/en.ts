import type { LoaderMessages } from "./ru";

export const en: LoaderMessages = {
  chat: "Chat with us",
  unread: "New messages: ",
  failed: "The chat did not open ↻",
};
