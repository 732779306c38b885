import type { Messages } from "@beseda/ui/i18n";
import type { ConsoleKey } from "./ru";

export const en = {
  "shell.title": "Beseda",
  "shell.navigation": "Sections",
  "shell.conversations": "Conversations",
  "shell.allAnswered": "Every question is answered",
  "shell.newAppearHere": "New ones appear here by themselves.",
} as const satisfies Messages<ConsoleKey>;
