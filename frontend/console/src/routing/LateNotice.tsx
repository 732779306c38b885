import { mine } from "@beseda/client";
import { Button, CloseButton } from "@mantine/core";
import { AlarmClock } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { visitorName } from "../conversations/names";
import { useLateness } from "../conversations/useLateness";
import { type Alarm, alarmsAt, alarmsBetween, waitedFor } from "../conversations/waiting";
import { useTexts } from "../i18n/texts";
import { Keys } from "../parts/Keys";
import { alertChoices, heard } from "../shell/alertChoices";
import { useNow } from "../shell/clock";
import { useClient, useConsole } from "../shell/line";
import { notify } from "../shell/notice";
import { navigate, useRoute } from "../shell/route";
import { signal } from "../shell/signals";
import style from "./LateNotice.module.css";

/**
 * Whose answer is late or soon will be, unless it is being looked at: said once by sound, and shown until it is answered. It
 * stays long, so it has a place of its own above the screen and lies over nothing.
 */
export function LateNotice() {
  const texts = useTexts();
  const { t, format } = texts;
  const client = useClient();
  const lateness = useLateness();
  const route = useRoute();
  const now = useNow();
  useConsole((state) => state.conversations);
  const [putAway, setPutAway] = useState<ReadonlySet<string>>(new Set());
  const open = route.page === "conversations" ? route.conversation : null;
  const all = mine(client.getState());
  useAlarm((since, until) => alarmsBetween(all, lateness, since, until), open);
  const pressing = alarmsAt(all, lateness, now).filter(
    (alarm) => alarm.conversation.id !== open && !putAway.has(keyOf(alarm)),
  );
  const [first] = pressing;
  if (first === undefined) return null;
  const { conversation, urgency } = first;
  const go = () => {
    navigate({ page: "conversations", conversation: conversation.id });
    requestAnimationFrame(() => signal("answer"));
  };
  return (
    <div className={style.place}>
      <div className={style.room}>
        <div
          className={style.late}
          data-urgency={urgency}
          role="status"
          aria-live="polite"
          aria-label={t("late.region")}
        >
          <AlarmClock size={18} aria-hidden />
          <p>
            <strong>{visitorName(conversation.visitor, texts)}</strong> {t(`late.${urgency}`)}{" "}
            <span className={style.time} aria-live="off">
              {format.clock(waitedFor(conversation, now) ?? 0)}
            </span>
            {pressing.length > 1 && (
              <span className={style.more}>{`, ${t("late.more", { count: pressing.length - 1 })}`}</span>
            )}
          </p>
          <Button size="compact-sm" variant="white" onClick={go} rightSection={<Keys of="alt+L" />}>
            {t("action.answer")}
          </Button>
          <CloseButton
            size="sm"
            aria-label={t("common.close")}
            onClick={() => setPutAway(new Set([...putAway, ...pressing.map(keyOf)]))}
          />
        </div>
      </div>
    </div>
  );
}

/** A put away warning comes again when the answer has become late, and for the visitor's next words. */
function keyOf({ conversation: { id, waitingSince }, urgency }: Alarm): string {
  return `${id} ${waitingSince} ${urgency}`;
}

/** Rings for each step of lateness, by the system too when the console isn't seen. */
function useAlarm(between: (since: number, until: number) => Alarm[], open: string | null): void {
  const texts = useTexts();
  const now = useNow();
  const since = useRef(now);
  const ring = useEffectEvent((until: number) => {
    const due = between(since.current, until);
    since.current = until;
    const unseen = due.filter(({ conversation: { id } }) => id !== open || !document.hasFocus());
    if (unseen.length === 0) return;
    heard("late");
    if (!alertChoices().system || document.visibilityState !== "hidden") return;
    for (const { conversation, urgency } of unseen) {
      const title = `${visitorName(conversation.visitor, texts)} ${texts.t(`late.${urgency}`)}`;
      const { id, preview } = conversation;
      notify({
        title,
        body: preview?.text ?? "",
        tag: `late ${id}`,
        route: { page: "conversations", conversation: id },
      });
    }
  });
  useEffect(() => ring(now), [now]);
}
