import type { Ask } from "@beseda/client";
import { notifications } from "@mantine/notifications";
import { useEffect, useEffectEvent, useRef } from "react";
import { failureText } from "../actions/refusals";
import { useTexts } from "../i18n/texts";
import { useClient } from "../shell/line";
import { useIsLive } from "../shell/myState";
import { navigate } from "../shell/route";
import { signal } from "../shell/signals";
import { AskCard } from "./AskCard";
import style from "./Asks.module.css";
import { AwayNotice } from "./AwayNotice";
import { FarewellLine } from "./FarewellLine";
import { enterIsFree } from "./typing";
import { useAskNotification } from "./useAskNotification";
import { keyOf, useAsks } from "./useAsks";
import { useClearOfTyping } from "./useClearOfTyping";
import { useRinging } from "./useRinging";

/** More of them at once would hide the screen. */
const shownAtOnce = 2;
/** A key that was on its way when the card appeared was not meant for it, milliseconds. */
const startled = 500;

/** What is put to me with a deadline, over whatever I do: it can't be missed and is never in the way of what I type. */
export function Asks() {
  const texts = useTexts();
  const { t } = texts;
  const client = useClient();
  const live = useIsLive();
  const box = useRef<HTMLElement>(null);
  const { asks, farewells, answered } = useAsks();
  const [first] = asks;
  const place = useClearOfTyping(box, asks.length + farewells.length);
  const blocked = useRinging(asks.length > 0 && live);
  useAskNotification(first);

  const attempt = async (ask: Ask, act: () => Promise<void>) => {
    answered(ask);
    try {
      await act();
    } catch (error) {
      const message = failureText(texts, error, client.getState().operators);
      notifications.show({ id: keyOf(ask), color: "red", message, autoClose: 6000 });
    }
  };
  const take = (ask: Ask) =>
    attempt(ask, async () => {
      const { id } = ask.conversation;
      await (ask.kind === "offer" ? client.take(id) : client.accept(id));
      navigate({ page: "conversations", conversation: id });
      signal("answer");
    });
  const refuse = (ask: Ask) =>
    attempt(ask, () =>
      ask.kind === "offer" ? client.refuse(ask.conversation.id) : client.decline(ask.conversation.id),
    );
  useEnter(first, take);
  const more = asks.length - shownAtOnce;
  return (
    <section ref={box} className={style.asks} data-place={place} aria-label={t("ask.region")} aria-live="assertive">
      {asks.slice(0, shownAtOnce).map((ask) => (
        <AskCard key={keyOf(ask)} ask={ask} first={ask === first} take={take} refuse={refuse} />
      ))}
      {more > 0 && <p className={style.more}>{t("ask.more", { count: more })}</p>}
      {blocked && <p className={style.more}>{t("ask.soundBlocked")}</p>}
      {farewells.map((farewell) => (
        <FarewellLine key={keyOf(farewell.ask)} farewell={farewell} />
      ))}
      <AwayNotice />
    </section>
  );
}

/** Enter takes the first one where nobody is typing. */
function useEnter(ask: Ask | undefined, take: (ask: Ask) => Promise<void>): void {
  const key = ask === undefined ? null : keyOf(ask);
  const press = useEffectEvent((event: KeyboardEvent, since: number) => {
    if (event.key !== "Enter" || event.repeat || event.isComposing || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (ask === undefined || event.timeStamp - since < startled || !enterIsFree(document.activeElement)) return;
    event.preventDefault();
    void take(ask);
  });
  useEffect(() => {
    if (key === null) return;
    const since = performance.now();
    const listener = (event: KeyboardEvent) => press(event, since);
    document.addEventListener("keydown", listener, { capture: true });
    return () => document.removeEventListener("keydown", listener, { capture: true });
  }, [key]);
}
