import type { Messages } from "@beseda/ui/i18n";
import type { PanelKey } from "./ru";

export const uk = {
  "conversation.title": "Чат із нами",
  "conversation.empty": "Напишіть, чим допомогти — відповімо тут.",
  "composer.label": "Ваше повідомлення",
  "composer.placeholder": "Повідомлення…",
  "composer.send": "Надіслати",
} as const satisfies Messages<PanelKey>;
