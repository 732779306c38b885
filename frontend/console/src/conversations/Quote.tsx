import type { Conversation } from "@beseda/protocol";
import { Reply, X } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { useConsole } from "../shell/line";
import { useMessageActs } from "./messageActs";
import style from "./Quote.module.css";
import { useQuoted, useQuotedOf } from "./quoting";
import type { DraftKeeper } from "./useDraft";

interface Props {
  conversation: Conversation;
  /** The message quoted. */
  seq: number;
}

/** Over the words that answer a message: its first line; a press leads to it. */
export function Quote({ conversation, seq }: Props) {
  const { t } = useTexts();
  const acts = useMessageActs();
  const { name, words } = useQuoted(conversation, seq);
  const content = (
    <>
      {name !== null && <span className={style.name}>{name}</span>}
      <span className={style.words}>{words}</span>
    </>
  );
  if (acts === null)
    return (
      <span className={style.quote} data-aside>
        {content}
      </span>
    );
  return (
    <button type="button" className={style.quote} data-aside title={t("quote.go")} onClick={() => acts.goTo(seq)}>
      {content}
    </button>
  );
}

const nothing: never[] = [];

/** Over the field: what is being answered, until it is taken away. */
export function QuoteStrip({ conversation, draft }: { conversation: Conversation; draft: DraftKeeper }) {
  const { reply } = draft.draft;
  if (reply === undefined) return null;
  return <Strip conversation={conversation} seq={reply} drop={() => draft.change({ reply: undefined })} />;
}

function Strip({ conversation, seq, drop }: Props & { drop: () => void }) {
  const { t } = useTexts();
  const log = useConsole((state) => state.threads[conversation.id]?.public.events ?? nothing);
  const { name, words } = useQuotedOf(log, conversation, seq);
  return (
    <div className={style.strip} role="status">
      <Reply size={15} aria-hidden />
      <span className={style.lines}>
        <span className={style.name}>{name === null ? t("quote.to") : t("quote.toWhom", { name })}</span>
        <span className={style.words}>{words}</span>
      </span>
      <button type="button" className={style.drop} aria-label={t("quote.drop")} title={t("quote.drop")} onClick={drop}>
        <X size={15} aria-hidden />
      </button>
    </div>
  );
}
