import { ClockAlert, MessageSquareOff, Paperclip, Star } from "lucide-react";
import { useTexts } from "../i18n/texts";
import type { ArchiveRow } from "../rest/archive";
import { TagChips } from "../tags/TagChips";
import style from "./Signs.module.css";

/** What stands out about a conversation: how late its worst answer was, that nobody answered, what the visitor thought of it. */
export function Signs({ row }: { row: ArchiveRow }) {
  const { t, format } = useTexts();
  const { lateByMs, missed, score, files, tags } = row;
  return (
    <div className={style.signs} data-signs>
      {lateByMs !== null && (
        <span className={style.late}>
          <ClockAlert size={14} aria-hidden />
          {t("message.lateBy", { time: format.duration(lateByMs) })}
        </span>
      )}
      {missed && (
        <span className={style.missed}>
          <MessageSquareOff size={14} aria-hidden />
          {t("archive.noAnswer")}
        </span>
      )}
      {score !== null && (
        <span className={style.score} role="img" aria-label={t("archive.score", { score })}>
          <Star size={13} aria-hidden fill="currentColor" />
          {score}
        </span>
      )}
      {files > 0 && (
        <span className={style.score} role="img" aria-label={t("archive.filesCount", { count: files })}>
          <Paperclip size={13} aria-hidden />
          {files}
        </span>
      )}
      <TagChips ids={tags} />
    </div>
  );
}
