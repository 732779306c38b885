import type { ConsoleState } from "@beseda/client";
import { useDocumentTitle } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useEffect, useEffectEvent } from "react";
import { visitorName } from "../conversations/names";
import { useTexts } from "../i18n/texts";
import { alertChoices } from "./alertChoices";
import { chime } from "./chime";
import { serverNow } from "./clock";
import { useClient, useConsole } from "./line";
import { useMyState } from "./myState";
import { type News, newsBetween } from "./newQuestions";
import { navigate, useRoute } from "./route";
import { useSession } from "./session";
import { waitingCount } from "./waitingCount";
import { type Whisper, whispersBetween } from "./whispers";

/** So long may the server take to find somebody to ask, milliseconds. */
const offering = 1500;

/** Tells of new questions and of colleagues' notes: in the tab's title, by sound, and by the system's notification while the page isn't seen. */
export function Alerts() {
  const texts = useTexts();
  const { t } = texts;
  const client = useClient();
  const { company } = useSession();
  const state = useMyState();
  const route = useRoute();
  const waiting = useConsole((snapshot) => waitingCount(snapshot.conversations));
  const title = `${company === "" ? "" : `${company} · `}${t("shell.title")}`;
  useDocumentTitle(waiting > 0 ? `(${waiting}) ${title}` : title);

  const tell = useEffectEvent((news: News[]) => {
    const watching = (each: News) =>
      document.hasFocus() && route.page === "conversations" && route.conversation === each.conversation.id;
    const heard = news.filter((each) => !watching(each) && (each.kind === "message" || state === "online"));
    const messages = heard.filter(({ kind }) => kind === "message");
    announce(messages);
    const questions = heard.filter(({ kind }) => kind === "question");
    if (questions.length > 0) setTimeout(() => announce(questions.filter(stillWaits)), offering);
  });
  /** A question that is put to somebody in its first moment rings for that one alone. */
  const stillWaits = ({ conversation: { id } }: News) => client.getState().conversations[id]?.state === "waiting";
  const announce = (heard: News[]) => {
    if (heard.length === 0) return;
    if (alertChoices().sound) chime();
    if (alertChoices().system && document.visibilityState === "hidden") {
      for (const each of heard) show(each, visitorName(each.conversation.visitor, texts));
    }
  };
  const pass = useEffectEvent((whispers: Whisper[]) => {
    const open = document.hasFocus() && route.page === "conversations" ? route.conversation : null;
    for (const { conversation, from, text } of whispers.filter((each) => each.conversation.id !== open)) {
      const name = client.getState().operators[from]?.name ?? t("person.unknown");
      const title = t("whisper.title", { name, visitor: visitorName(conversation.visitor, texts) });
      if (alertChoices().sound) chime();
      notifications.show({
        id: `whisper ${conversation.id}`,
        color: "yellow",
        title,
        message: text,
        autoClose: 10_000,
        onClick: () => navigate({ page: "conversations", conversation: conversation.id }),
      });
    }
  });
  useEffect(() => {
    let before: ConsoleState | null = null;
    const began = serverNow();
    const look = () => {
      const next = client.getState();
      const live = next.line.kind === "live";
      if (live) tell(newsBetween(before, next));
      if (live) pass(whispersBetween(before, next, began));
      if (live) before = next;
    };
    look();
    return client.subscribe(look);
  }, [client]);
  return null;
}

function show({ conversation }: News, name: string): void {
  const shown = new Notification(name, { body: conversation.preview?.text ?? "", tag: conversation.id });
  shown.onclick = () => {
    window.focus();
    navigate({ page: "conversations", conversation: conversation.id });
    shown.close();
  };
}
