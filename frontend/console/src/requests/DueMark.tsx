import { AlarmClock, Check, Clock, TriangleAlert } from "lucide-react";
import { useTexts } from "../i18n/texts";
import type { RequestRow } from "../rest/requests";
import { useNow } from "../shell/clock";
import style from "./Requests.module.css";
import { standingOf } from "./times";

/** By when it has to be done, or that it is late, by sign, colour and words. */
export function DueMark({ row }: { row: RequestRow }) {
  const { t, format } = useTexts();
  const now = useNow(30_000);
  const standing = standingOf(row, now);
  const due = row.dueAt ?? 0;
  switch (standing) {
    case "done":
      return (
        <span className={style.mark} data-standing={standing}>
          <Check size={13} aria-hidden />
          {t(`requests.outcome.${row.outcome ?? "answered"}`)}
        </span>
      );
    case "late":
      return (
        <span className={style.mark} data-standing={standing}>
          <TriangleAlert size={13} aria-hidden />
          {t("requests.late", { time: format.duration(whole(now - due)) })}
        </span>
      );
    case "soon":
      return (
        <span className={style.mark} data-standing={standing}>
          <Clock size={13} aria-hidden />
          {t("requests.in", { time: format.duration(whole(due - now)) })}
        </span>
      );
    case "later":
      return (
        <span className={style.mark} data-standing={standing}>
          {format.day(due, now) === format.day(now, now)
            ? t("requests.untilToday", { time: format.time(due) })
            : t("requests.until", { time: format.dayAndTime(due, now) })}
        </span>
      );
    case "snoozed":
      return (
        <span className={style.mark} data-standing={standing}>
          <AlarmClock size={13} aria-hidden />
          {format.dayAndTime(row.snoozedUntil ?? 0, now)}
        </span>
      );
    case "open":
      return null;
  }
}

/** Whole minutes, one at least: how late it is needs no seconds. */
function whole(milliseconds: number): number {
  return Math.max(1, Math.round(milliseconds / 60_000)) * 60_000;
}
