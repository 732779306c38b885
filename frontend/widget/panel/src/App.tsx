import { CODES, type Outgoing, type SiteLook } from "@beseda/client";
import { applyAccent } from "@beseda/ui/contrast";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import style from "./App.module.css";
import { type Chat, isRefused } from "./chat/chat";
import { asksBefore, asksFirst } from "./chat/reachable";
import { Composer } from "./composer/Composer";
import { Messages } from "./conversation/Messages";
import { Strip } from "./conversation/Strip";
import { Header } from "./header/Header";
import { ownWords } from "./i18n/ownWords";
import { loadTexts, readersLanguage, type Texts, TextsProvider, useTexts } from "./i18n/texts";
import { later } from "./parts/later";
import { useWatched } from "./parts/watched";

const Questions = later(() => import("./questions/Questions").then((file) => file.Questions));
const Letter = later(() => import("./reach/Letter").then((file) => file.Letter));
const Requests = later(() => import("./requests/Requests").then((file) => file.Requests));

interface Properties {
  readonly chat: Chat;
  readonly first: Texts;
}

/** The window itself: header, messages, composer. */
export function App({ chat, first }: Properties) {
  const snapshot = useWatched(chat.client);
  const texts = useTextsOf(chat, first, snapshot.site ?? chat.look);
  const draft = useWatched(chat.draft);
  const requesting = useWatched(chat.requesting);
  const accent = (snapshot.site ?? chat.look)?.accent;

  useLayoutEffect(() => {
    if (accent) applyAccent(document.documentElement, accent);
  }, [accent]);
  useEffect(() => {
    const leave = (event: KeyboardEvent) => event.key === "Escape" && !event.defaultPrevented && chat.close();
    document.addEventListener("keydown", leave);
    return () => document.removeEventListener("keydown", leave);
  }, [chat]);

  const edit = ({ text, files = [] }: Outgoing) => {
    chat.write(draft.trim() === "" ? text : `${text}\n${draft}`);
    chat.returned.set(files);
  };
  return (
    <TextsProvider value={texts}>
      {isRefused(snapshot.line) ? (
        <Blocked banned={snapshot.line.code === CODES.banned} />
      ) : (
        <main class={style.window}>
          <Header chat={chat} snapshot={snapshot} />
          {requesting !== null ? (
            <Requests chat={chat} snapshot={snapshot} wanted={requesting} />
          ) : (
            <>
              <div class={style.stage}>
                <Messages chat={chat} snapshot={snapshot} edit={edit} />
                <Strip snapshot={snapshot} reconnect={() => chat.client.reconnect()} />
              </div>
              <Entry chat={chat} snapshot={snapshot} text={draft} change={chat.write} />
            </>
          )}
        </main>
      )}
    </TextsProvider>
  );
}

/** Where the visitor writes, and before that what he has to tell first. */
function Entry(properties: Parameters<typeof Composer>[0]) {
  if (asksBefore(properties.snapshot)) return <Questions {...properties} />;
  return asksFirst(properties.snapshot) ? <Letter {...properties} /> : <Composer {...properties} />;
}

/** A site that is not there or doesn't want us: in a window of its own this has to be said. */
function Blocked({ banned }: { readonly banned: boolean }) {
  const { t } = useTexts();
  return (
    <main class={style.blocked}>
      <h1>{t("blocked.title")}</h1>
      <p>{t(banned ? "blocked.banned" : "blocked.text")}</p>
    </main>
  );
}

/** Texts in the language the visitor chose, else the one the server resolved; the old ones until the new ones are here. */
function useTextsOf({ choices }: Chat, first: Texts, site: SiteLook | null): Texts {
  const [texts, setTexts] = useState(first);
  const { language } = useWatched(choices);
  const wanted = language ?? site?.locale;
  const { title } = ownWords(site);
  useEffect(() => {
    const next = wanted === undefined ? texts.language : readersLanguage(wanted);
    if (next === texts.language) return;
    let current = true;
    loadTexts(next).then(
      (loaded) => current && setTexts(loaded),
      () => {
        // Without the file of the other language this one stays; the next choice tries again.
      },
    );
    return () => {
      current = false;
    };
  }, [wanted, texts.language]);
  useLayoutEffect(() => {
    document.documentElement.lang = texts.language;
    document.title = title ?? texts.t("conversation.title");
  }, [texts, title]);
  return texts;
}
