import { createTranslator } from "@beseda/ui/i18n";
import { en as consoleEn } from "../../frontend/console/src/messages/en";
import { type ConsoleMessages, ru as consoleRu } from "../../frontend/console/src/messages/ru";
import { uk as consoleUk } from "../../frontend/console/src/messages/uk";
import { en as loaderEn } from "../../frontend/widget/loader/messages/en";
import { ru as loaderRu } from "../../frontend/widget/loader/messages/ru";
import { uk as loaderUk } from "../../frontend/widget/loader/messages/uk";
import { en as notifyEn } from "../../frontend/widget/notify/messages/en";
import { type NotifyMessages, ru as notifyRu } from "../../frontend/widget/notify/messages/ru";
import { uk as notifyUk } from "../../frontend/widget/notify/messages/uk";
import { en as panelEn } from "../../frontend/widget/panel/src/messages/en";
import { en as moreEn } from "../../frontend/widget/panel/src/messages/more/en";
import { type MoreMessages, ru as moreRu } from "../../frontend/widget/panel/src/messages/more/ru";
import { uk as moreUk } from "../../frontend/widget/panel/src/messages/more/uk";
import { en as requestsEn } from "../../frontend/widget/panel/src/messages/requests/en";
import { type RequestMessages, ru as requestsRu } from "../../frontend/widget/panel/src/messages/requests/ru";
import { uk as requestsUk } from "../../frontend/widget/panel/src/messages/requests/uk";
import { type PanelMessages, ru as panelRu } from "../../frontend/widget/panel/src/messages/ru";
import { uk as panelUk } from "../../frontend/widget/panel/src/messages/uk";

const files = {
  ru: { console: consoleRu, panel: panelRu, more: moreRu, requests: requestsRu, notify: notifyRu, button: loaderRu },
  en: { console: consoleEn, panel: panelEn, more: moreEn, requests: requestsEn, notify: notifyEn, button: loaderEn },
  uk: { console: consoleUk, panel: panelUk, more: moreUk, requests: requestsUk, notify: notifyUk, button: loaderUk },
};

export type Language = keyof typeof files;

/** What the screens say: tests look for words where people do, and follow when a text is polished. */
export function wordsOf(language: Language) {
  const { console, panel, more, requests, notify, button } = files[language];
  return {
    console: createTranslator<ConsoleMessages>([{ language, messages: console }]),
    panel: createTranslator<PanelMessages>([{ language, messages: panel }]),
    more: createTranslator<MoreMessages>([{ language, messages: more }]),
    requests: createTranslator<RequestMessages>([{ language, messages: requests }]),
    notify: createTranslator<NotifyMessages>([{ language, messages: notify }]),
    button,
  };
}

export const {
  console: inConsole,
  panel: inPanel,
  more: inPanelLater,
  requests: inRequests,
  notify: inNotify,
} = wordsOf("ru");
