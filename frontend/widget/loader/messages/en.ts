import type { LoaderMessages } from "./ru";

export const en: LoaderMessages = {
  chat: "Write to us",
  unread: "New messages: ",
  failed: "Did not open ↻",
};
