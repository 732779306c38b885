import type { Conversation } from "@beseda/protocol";
import { useTexts } from "../i18n/texts";
import { useNow } from "../shell/clock";
import style from "./ConversationRow.module.css";
import { lastWord } from "./sections";
import { useLateness } from "./useLateness";
import { countedWait, urgencyOf, waitedFor } from "./waiting";

/** How long the visitor waits, running; or, when nobody waits, when the last word was said. */
export function RowTime({ conversation }: { conversation: Conversation }) {
  return conversation.state !== "closed" && conversation.waitingSince !== null ? (
    <Wait conversation={conversation} />
  ) : (
    <LastWord at={lastWord(conversation)} />
  );
}

export function Wait({ conversation }: { conversation: Conversation }) {
  const { t, format } = useTexts();
  const now = useNow();
  const lateness = useLateness();
  const waited = waitedFor(conversation, now) ?? 0;
  const urgency = urgencyOf(countedWait(conversation, lateness, now) ?? 0, lateness);
  return (
    <span className={style.wait} data-urgency={urgency} title={t("row.waits", { time: format.duration(waited) })}>
      {format.clock(waited)}
    </span>
  );
}

function LastWord({ at }: { at: number }) {
  const { format } = useTexts();
  const now = useNow(60_000);
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  return <span className={style.time}>{today ? format.time(at) : format.day(at, now)}</span>;
}
