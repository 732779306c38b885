import "@beseda/ui/tokens.css";
import "@beseda/ui/formatted.css";
import "./panel.css";
import { render } from "preact";
import { App } from "./App";
import { startChat } from "./chat/chat";
import { embed } from "./embedding/embedding";
import { loadTexts, readersLanguage } from "./i18n/texts";

async function begin(place: HTMLElement): Promise<void> {
  const embedding = await embed();
  const chat = startChat(embedding, new URLSearchParams(location.search).get("site") ?? "");
  const wanted = [
    chat.choices.getState().language,
    chat.look?.locale,
    (embedding.start ?? embedding.handover)?.language,
  ];
  const first = await loadTexts(readersLanguage(...wanted.filter((language) => typeof language === "string")));
  render(<App chat={chat} first={first} />, place);
}

// index.html takes the place away from browsers too old for us.
const place = document.getElementById("panel");
if (place) await begin(place);
