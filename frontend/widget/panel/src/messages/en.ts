import type { Messages } from "@beseda/ui/i18n";
import type { PanelKey } from "./ru";

export const en = {
  "conversation.title": "Chat with us",
  "conversation.empty": "Tell us how we can help: the answer appears right here.",
  "composer.label": "Your message",
  "composer.placeholder": "Message…",
  "composer.send": "Send",
} as const satisfies Messages<PanelKey>;
