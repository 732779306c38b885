import type { Messages } from "@beseda/ui/i18n";
import type { ConsoleKey } from "./ru";

export const uk = {
  "shell.title": "Бесіда",
  "shell.navigation": "Розділи",
  "shell.conversations": "Діалоги",
  "shell.allAnswered": "Усі питання розібрано",
  "shell.newAppearHere": "Нові з’являться тут самі.",
} as const satisfies Messages<ConsoleKey>;
