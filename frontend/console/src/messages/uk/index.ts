import type { Messages } from "@beseda/ui/i18n";
import type { ConsoleKey } from "../ru";
import { answers } from "./answers";
import { archive } from "./archive";
import { board } from "./board";
import { conversations } from "./conversations";
import { entry } from "./entry";
import { files } from "./files";
import { formatting } from "./formatting";
import { goals } from "./goals";
import { hours } from "./hours";
import { knowledge } from "./knowledge";
import { mail } from "./mail";
import { mailbox } from "./mailbox";
import { outreach } from "./outreach";
import { reports } from "./reports";
import { requests } from "./requests";
import { routing } from "./routing";
import { schedules } from "./schedules";
import { settings } from "./settings";
import { shell } from "./shell";
import { translation } from "./translation";
import { visitors } from "./visitors";

export const uk = {
  ...shell,
  ...conversations,
  ...entry,
  ...settings,
  ...routing,
  ...visitors,
  ...outreach,
  ...answers,
  ...formatting,
  ...files,
  ...knowledge,
  ...archive,
  ...reports,
  ...schedules,
  ...mail,
  ...mailbox,
  ...board,
  ...goals,
  ...hours,
  ...requests,
  ...translation,
} as const satisfies Messages<ConsoleKey>;
