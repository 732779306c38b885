import { chooseLanguage } from "@beseda/ui/i18n";
import { drawButton } from "./button";
import { messages } from "./messages";

const language = chooseLanguage(navigator.languages, ["ru", "en", "uk"]);

if (document.body) drawButton(messages[language]);
else document.addEventListener("DOMContentLoaded", () => drawButton(messages[language]), { once: true });
