import type { Messages } from "@beseda/ui/i18n";
import type { ConsoleKey } from "../ru";
import { conversations } from "./conversations";
import { entry } from "./entry";
import { settings } from "./settings";
import { shell } from "./shell";

export const uk = { ...shell, ...conversations, ...entry, ...settings } as const satisfies Messages<ConsoleKey>;
