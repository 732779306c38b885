import type { OperatorState, RequestNews } from "@beseda/protocol";
import { notifications } from "@mantine/notifications";
import { useEffect, useEffectEvent } from "react";
import { type Texts, useTexts } from "../i18n/texts";
import { alertChoices, heard } from "../shell/alertChoices";
import { serverNow } from "../shell/clock";
import { useClient } from "../shell/line";
import { useMyState } from "../shell/myState";
import { notify } from "../shell/notice";
import { navigate, pathOf, type Route } from "../shell/route";

/** Tells of requests that are mine to deal with: a new one, and a call that is due soon. */
export function RequestAlerts() {
  const { t, format } = useTexts();
  const client = useClient();
  const mine = useMyState();
  const tell = useEffectEvent((news: RequestNews) => {
    const route: Route = { page: "requests", request: news.id };
    if (!concerns(news, client.getState().me, mine) || isOpen(route)) return;
    heard("request");
    const { id, why, nature } = news;
    const reminds = why === "reminder";
    const title = t(
      reminds ? "requests.told.reminder" : nature === "call" ? "requests.told.call" : "requests.told.letter",
    );
    const message = aboutOf(news, format);
    const tag = `request ${id}`;
    notifications.show({
      id: tag,
      color: "yellow",
      title,
      message,
      closeButtonProps: { "aria-label": t("common.close") },
      autoClose: reminds ? 60_000 : 15_000,
      onClick: () => navigate(route),
    });
    if (alertChoices().system && document.visibilityState === "hidden") notify({ title, body: message, tag, route });
  });
  useEffect(() => {
    let known = client.getState().requests.told;
    return client.subscribe(() => {
      const { told } = client.getState().requests;
      if (told === known) return;
      const fresh = told.filter((news) => !known.includes(news));
      known = told;
      for (const news of fresh) tell(news);
    });
  }, [client]);
  return null;
}

/** Whoever doesn't work hears only of what they have taken. */
function concerns({ why, yours, owner }: RequestNews, me: string | null, state: OperatorState): boolean {
  const own = owner !== null && owner === me;
  return yours && why !== "changed" && (state === "online" || own);
}

function isOpen(route: Route): boolean {
  return document.hasFocus() && location.pathname === pathOf(route);
}

/** Who it is from, and when the call is wanted or due. */
function aboutOf({ why, name, at, dueAt }: RequestNews, format: Texts["format"]): string {
  const time = why === "reminder" ? (at ?? dueAt) : at;
  return [name, time === null ? "" : format.dayAndTime(time, serverNow())].filter(Boolean).join(" · ");
}
