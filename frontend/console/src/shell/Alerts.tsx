import type { ConsoleState } from "@beseda/client";
import type { Mention } from "@beseda/protocol";
import { useDocumentTitle } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useEffect, useEffectEvent } from "react";
import { visitorName } from "../conversations/names";
import { useTexts } from "../i18n/texts";
import { spelled } from "../mentions/mentions";
import { alertChoices, heard } from "./alertChoices";
import { serverNow } from "./clock";
import { useClient, useConsole } from "./line";
import { Mentioned } from "./mentioned";
import { useMyState } from "./myState";
import { type News, newsBetween } from "./newQuestions";
import { notify } from "./notice";
import { navigate, type Route, useRoute } from "./route";
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

  useEffect(() => void badge(waiting), [waiting]);

  const tell = useEffectEvent((news: News[]) => {
    const watching = (each: News) =>
      document.hasFocus() && route.page === "conversations" && route.conversation === each.conversation.id;
    const unseen = news.filter((each) => !watching(each) && (each.kind === "message" || state === "online"));
    announce(unseen.filter(({ kind }) => kind === "message"));
    const questions = unseen.filter(({ kind }) => kind === "question");
    if (questions.length > 0) setTimeout(() => announce(questions.filter(stillWaits)), offering);
  });
  /** A question that is put to somebody in its first moment rings for that one alone. */
  const stillWaits = ({ conversation: { id } }: News) => client.getState().conversations[id]?.state === "waiting";
  const announce = (unseen: News[]) => {
    const [first] = unseen;
    if (first === undefined) return;
    heard(first.kind);
    if (!alertChoices().system || document.visibilityState !== "hidden") return;
    for (const { conversation } of unseen) {
      const title = visitorName(conversation.visitor, texts);
      const { id } = conversation;
      const open: Route = { page: "conversations", conversation: id };
      notify({ title, body: conversation.preview?.text ?? "", tag: id, route: open });
    }
  };
  const pass = useEffectEvent((whispers: Whisper[]) => {
    const open = document.hasFocus() && route.page === "conversations" ? route.conversation : null;
    for (const { conversation, from, text } of whispers.filter((each) => each.conversation.id !== open)) {
      const name = client.getState().operators[from]?.name ?? t("person.unknown");
      const title = t("whisper.title", { name, visitor: visitorName(conversation.visitor, texts) });
      heard("note");
      notifications.show({
        id: `whisper ${conversation.id}`,
        color: "yellow",
        title,
        message: spelled(text, client.getState().operators, t("person.unknown")).text,
        closeButtonProps: { "aria-label": t("common.close") },
        autoClose: 10_000,
        onClick: () => navigate({ page: "conversations", conversation: conversation.id }),
      });
    }
  });
  const call = useEffectEvent((mentions: Mention[]) => {
    const open = document.hasFocus() && route.page === "conversations" ? route.conversation : null;
    for (const { conversation, seq, by, text, visitor, label } of mentions) {
      heard("note");
      if (conversation === open) continue;
      const { operators } = client.getState();
      const unknown = t("person.unknown");
      const title = t("mention.told", {
        name: operators[by]?.name ?? unknown,
        visitor: visitorName({ name: visitor, label }, texts),
      });
      const message = spelled(text, operators, unknown).text;
      const tag = `mention ${conversation} ${seq}`;
      notifications.show({
        id: tag,
        color: "yellow",
        title,
        message,
        closeButtonProps: { "aria-label": t("common.close") },
        autoClose: 20_000,
        onClick: () => navigate({ page: "conversations", conversation }, false, `#note-${seq}`),
      });
      if (alertChoices().system && document.visibilityState === "hidden") {
        notify({ title, body: message, tag, route: { page: "conversations", conversation } });
      }
    }
  });
  useEffect(() => {
    let before: ConsoleState | null = null;
    const began = serverNow();
    const mentioned = new Mentioned(began);
    const look = () => {
      const next = client.getState();
      const live = next.line.kind === "live";
      if (live) tell(newsBetween(before, next));
      if (live) pass(whispersBetween(before, next, began));
      if (live && before?.mentions !== next.mentions) call(mentioned.next(next));
      if (live) before = next;
    };
    look();
    return client.subscribe(look);
  }, [client]);
  return null;
}

/** The number on the icon of the installed console. */
async function badge(waiting: number): Promise<void> {
  // Safari has the mark but refuses it to pages that were not installed.
  await navigator.setAppBadge?.(waiting).catch(() => {});
}
