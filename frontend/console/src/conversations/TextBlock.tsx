import type { VisitorSummary } from "@beseda/protocol";
import { StickyNote } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { Avatar } from "../parts/Avatar";
import { Said } from "../parts/Said";
import { useConsole } from "../shell/line";
import { useSession } from "../shell/session";
import type { TextEntry } from "./logItems";
import { visitorName } from "./names";
import style from "./TextBlock.module.css";
import { TickMark } from "./TickMark";

interface Props {
  text: TextEntry;
  first: boolean;
  last: boolean;
  visitor: VisitorSummary;
}

/** A message or a note: the visitor's on the left, ours on the right, notes on yellow paper. */
export function TextBlock({ text, first, last, visitor }: Props) {
  const texts = useTexts();
  const { t, format } = texts;
  const me = useSession().operator.id;
  const { author } = text;
  const operator = useConsole((state) => (author.kind === "operator" ? state.operators[author.id] : undefined));
  const side = author.kind === "operator" ? "ours" : "theirs";
  const mine = author.kind === "operator" && author.id === me;
  const name = author.kind === "visitor" ? visitorName(visitor, texts) : (operator?.name ?? t("person.unknown"));
  return (
    <div className={style.block} data-side={side} data-note={text.note || undefined} data-first={first || undefined}>
      {first && !mine && author.kind === "operator" && (
        <div className={style.author}>
          <Avatar id={author.id} name={name} photo={operator?.photo ?? null} size={18} />
          {name}
        </div>
      )}
      <div className={style.bubble}>
        {text.note && first && (
          <div className={style.noteHead}>
            <StickyNote size={13} aria-hidden />
            {t("note.head")}
          </div>
        )}
        <span className={style.speaker}>{t("pane.says", { name })}</span>
        <Said text={text.text} document={text.document} />
      </div>
      {(last || text.outgoing?.late === true) && (
        <div className={style.foot}>
          {text.outgoing?.late === true ? (
            <span className={style.late}>{t("pane.notDelivered")}</span>
          ) : (
            <time>{format.time(text.at)}</time>
          )}
          {!text.note && text.tick !== null && <TickMark tick={text.tick} />}
        </div>
      )}
    </div>
  );
}
