import "@beseda/ui/tokens.css";
import "./panel.css";
import { render } from "preact";
import { Conversation } from "./conversation/Conversation";
import { loadTexts, readersLanguage, TextsProvider } from "./i18n/texts";

const place = document.getElementById("panel");
if (!place) throw new Error("index.html has no element #panel");
const texts = await loadTexts(readersLanguage());
document.documentElement.lang = texts.language;
render(
  <TextsProvider value={texts}>
    <Conversation />
  </TextsProvider>,
  place,
);
