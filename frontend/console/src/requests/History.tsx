import { type Texts, useTexts } from "../i18n/texts";
import type { RequestEntry } from "../rest/requests";
import { useNow } from "../shell/clock";
import { useConsole } from "../shell/line";
import style from "./Detail.module.css";

/** What happened, the oldest first. */
export function History({ entries }: { entries: readonly RequestEntry[] }) {
  const texts = useTexts();
  const now = useNow(60_000);
  const operators = useConsole((state) => state.operators);
  const nameOf = (id: string | null) => operators[id ?? ""]?.name ?? texts.t("person.unknown");
  return (
    <ol className={style.history}>
      {entries.map((entry, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: it only grows at its end, and an entry has no name.
        <li key={at} data-what={entry.what}>
          <time dateTime={new Date(entry.at).toISOString()}>{texts.format.dayAndTime(entry.at, now)}</time>
          <span>
            {entry.by !== null && <b>{nameOf(entry.by)}</b>} {entryWords(entry, nameOf, now, texts)}
            {entry.text !== "" && (
              <span className={style.said} dir="auto">
                {entry.text}
              </span>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

function entryWords(
  { what, to, outcome, until }: RequestEntry,
  nameOf: (id: string | null) => string,
  now: number,
  { t, format }: Texts,
): string {
  const time = until === null ? "" : format.dayAndTime(until, now);
  switch (what) {
    case "attempt":
      if (outcome === "no_answer" && until !== null) return t("requests.did.noAnswerUntil", { time });
      return t(`requests.did.attempt.${outcome === "no_answer" || outcome === "wrong_number" ? outcome : "reached"}`);
    case "snoozed":
      return until === null ? t("requests.did.woken") : t("requests.did.snoozed", { time });
    case "handed":
      return t("requests.did.handed", { name: nameOf(to) });
    case "done":
      return outcome === null || outcome === "no_answer"
        ? t("requests.did.done")
        : t("requests.did.doneAs", { outcome: t(`requests.outcome.${outcome}`) });
    default:
      return t(`requests.did.${what}`);
  }
}
