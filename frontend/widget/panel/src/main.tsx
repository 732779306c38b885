import "@beseda/ui/tokens.css";
import "@beseda/ui/formatted.css";
import "./panel.css";
import { render } from "preact";
import { App } from "./App";
import { startChat } from "./chat/chat";
import { embed } from "./embedding/embedding";
import { loadTexts, readersLanguage } from "./i18n/texts";

const place = document.getElementById("panel");
if (!place) throw new Error("index.html has no element #panel");
const embedding = await embed();
const chat = startChat(embedding, new URLSearchParams(location.search).get("site") ?? "");
const wanted = [chat.choices.getState().language, chat.look?.locale, (embedding.start ?? embedding.handover)?.language];
const first = await loadTexts(readersLanguage(...wanted.filter((language) => typeof language === "string")));
render(<App chat={chat} first={first} />, place);
