import type { Conversation } from "@beseda/protocol";
import { Tooltip } from "@mantine/core";
import { ClockAlert, Mail, StickyNote } from "lucide-react";
import { Attached } from "../files/Attached";
import { useTexts } from "../i18n/texts";
import { NoteWords } from "../mentions/NoteWords";
import { Avatar } from "../parts/Avatar";
import { Said } from "../parts/Said";
import { useConsole } from "../shell/line";
import { useSession } from "../shell/session";
import { Translation } from "../translation/Translation";
import type { LogItem, TextEntry } from "./logItems";
import { MessageEditor } from "./MessageEditor";
import { MessageMenu } from "./MessageMenu";
import { type Reading, useMessageActs } from "./messageActs";
import { visitorName } from "./names";
import { Quote } from "./Quote";
import style from "./TextBlock.module.css";
import { TickMark } from "./TickMark";

const everyWay = { hover: true, focus: true, touch: true };

interface Props {
  item: Extract<LogItem, { kind: "text" }>;
  conversation: Conversation;
  /** The last of the log, whose menu the Tab key reaches. */
  newest: boolean;
}

/** A message or a note: the visitor's on the left, ours on the right, notes on yellow paper. */
export function TextBlock({ item: { key, text, first, last }, conversation, newest }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const me = useSession().operator.id;
  const acts = useMessageActs();
  const { author } = text;
  const operator = useConsole((state) => (author.kind === "operator" ? state.operators[author.id] : undefined));
  const side = author.kind === "operator" ? "ours" : "theirs";
  const mine = author.kind === "operator" && author.id === me;
  const name =
    author.kind === "visitor" ? visitorName(conversation.visitor, texts) : (operator?.name ?? t("person.unknown"));
  const lateBy = lateByOf(text, acts?.reading);
  const editing = acts?.editing === key && text.seq !== null && text.deleted !== true;
  return (
    <div
      className={style.block}
      data-side={side}
      data-note={text.note || undefined}
      data-first={first || undefined}
      data-seq={acts?.placeOf(text)}
    >
      {first && !mine && author.kind === "operator" && (
        <div className={style.author} data-aside>
          <Avatar id={author.id} name={name} photo={operator?.photo ?? null} size={18} />
          {name}
        </div>
      )}
      {editing ? (
        <MessageEditor text={text} conversation={conversation.id} />
      ) : (
        <div className={style.line}>
          <div className={style.bubble}>
            {text.note && first && (
              <div className={style.noteHead} data-aside>
                <StickyNote size={13} aria-hidden />
                {t("note.head")}
              </div>
            )}
            <span className={style.speaker} data-aside>
              {t("pane.says", { name })}
            </span>
            {text.reply !== undefined && <Quote conversation={conversation} seq={text.reply} />}
            <Words text={text} />
            <Translation of={text} />
          </div>
          <MessageMenu id={key} text={text} conversation={conversation} newest={newest} />
        </div>
      )}
      {!editing && (last || isTelling(text, lateBy)) && <BlockFoot text={text} lateBy={lateBy} />}
    </div>
  );
}

function lateByOf({ seq, note }: TextEntry, reading: Reading | undefined): number | undefined {
  return seq === null || note ? undefined : reading?.lateBy(seq);
}

/** There is more to tell of it than its time. */
function isTelling({ outgoing, editedAt, mail, mailed }: TextEntry, lateBy: number | undefined): boolean {
  return (
    outgoing?.late === true ||
    editedAt !== undefined ||
    lateBy !== undefined ||
    mail !== undefined ||
    mailed !== undefined
  );
}

/** What was said and the files that go with it. */
function Words({ text: { text, note, document, files, deleted, seq } }: { text: TextEntry }) {
  const { t } = useTexts();
  if (deleted) return <em>{t("message.deleted")}</em>;
  if (note) return <NoteWords text={text} />;
  const said = <Said text={text} document={document} />;
  if (!files) return said;
  return (
    <>
      {text !== "" && <div>{said}</div>}
      <Attached files={files} sent={seq !== null} />
    </>
  );
}

function BlockFoot({ text, lateBy }: { text: TextEntry; lateBy: number | undefined }) {
  const { t, format } = useTexts();
  return (
    <div className={style.foot} data-aside>
      {text.outgoing?.late === true ? (
        <span className={style.late}>{t("pane.notDelivered")}</span>
      ) : (
        <time>{format.time(text.at)}</time>
      )}
      {lateBy !== undefined && (
        <span className={style.tooLate}>
          <ClockAlert size={13} aria-hidden />
          {t("message.lateBy", { time: format.duration(lateBy) })}
        </span>
      )}
      {text.editedAt !== undefined && (
        <span title={t("message.editedAt", { time: format.time(text.editedAt) })}>{t("message.edited")}</span>
      )}
      <ByMail text={text} />
      {!text.note && text.tick !== null && <TickMark tick={text.tick} />}
    </div>
  );
}

/** That it came by e-mail, where nobody proved who sent it, or went by it. */
function ByMail({ text: { mail, mailed } }: { text: TextEntry }) {
  const { t, format } = useTexts();
  if (mail !== undefined) {
    return (
      <Tooltip
        label={t("message.mailFrom", { address: mail })}
        multiline
        maw={320}
        position="bottom-start"
        events={everyWay}
      >
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what the tooltip says has to be reached by the keyboard. */}
        <span className={style.mail} tabIndex={0}>
          <Mail size={13} aria-hidden />
          {t("message.mail")}
        </span>
      </Tooltip>
    );
  }
  if (mailed === undefined) return null;
  return (
    <span className={style.mail} title={t("message.mailedTo", { address: mailed.to })}>
      <Mail size={13} aria-hidden />
      {t("message.mailed", { time: format.time(mailed.at) })}
    </span>
  );
}
