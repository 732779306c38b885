import { createTranslator } from "@beseda/ui/i18n";
import { en as consoleEn } from "../../frontend/console/src/messages/en";
import { type ConsoleMessages, ru as consoleRu } from "../../frontend/console/src/messages/ru";
import { uk as consoleUk } from "../../frontend/console/src/messages/uk";
import { en as loaderEn } from "../../frontend/widget/loader/messages/en";
import { ru as loaderRu } from "../../frontend/widget/loader/messages/ru";
import { uk as loaderUk } from "../../frontend/widget/loader/messages/uk";
import { en as panelEn } from "../../frontend/widget/panel/src/messages/en";
import { type PanelMessages, ru as panelRu } from "../../frontend/widget/panel/src/messages/ru";
import { uk as panelUk } from "../../frontend/widget/panel/src/messages/uk";

const files = {
  ru: { console: consoleRu, panel: panelRu, button: loaderRu },
  en: { console: consoleEn, panel: panelEn, button: loaderEn },
  uk: { console: consoleUk, panel: panelUk, button: loaderUk },
};

export type Language = keyof typeof files;

/** What the screens say: tests look for words where people do, and follow when a text is polished. */
export function wordsOf(language: Language) {
  const { console, panel, button } = files[language];
  return {
    console: createTranslator<ConsoleMessages>([{ language, messages: console }]),
    panel: createTranslator<PanelMessages>([{ language, messages: panel }]),
    button,
  };
}

export const { console: inConsole, panel: inPanel } = wordsOf("ru");
