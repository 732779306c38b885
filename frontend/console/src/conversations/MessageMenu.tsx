import type { Conversation } from "@beseda/protocol";
import { Menu } from "@mantine/core";
import { Ellipsis, History, Languages, Link as LinkIcon, Pencil, Reply, Trash2 } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { useTexts } from "../i18n/texts";
import { serverNow } from "../shell/clock";
import { useSession } from "../shell/session";
import { signal } from "../shell/signals";
import { isTranslatable } from "../translation/Translation";
import { isCorrectable } from "./corrections";
import { DeleteQuestion } from "./DeleteQuestion";
import { EarlierWords } from "./EarlierWords";
import { copyLink, linkTo } from "./links";
import type { TextEntry } from "./logItems";
import { useMessageActs, useWriting } from "./messageActs";
import style from "./TextBlock.module.css";

interface Props {
  /** Key of the row. */
  id: string;
  text: TextEntry;
  conversation: Conversation;
  newest: boolean;
}

/** What can be done to one message: a button beside it, and the menu once that was pressed. */
export function MessageMenu({ id, text, conversation, newest }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const { operator, permissions, editMinutes } = useSession();
  const translate = useTranslate(text);
  const reading = useMessageActs()?.reading;
  const acts = useWriting();
  const [used, setUsed] = useState(false);
  const [opened, setOpened] = useState(false);
  const [dialog, setDialog] = useState<"delete" | "earlier" | null>(null);
  const own = isCorrectable(text, operator.id, serverNow(), editMinutes);
  const correct = acts !== null && conversation.state !== "closed" && own;
  const history = (text.editedAt !== undefined || text.deleted === true) && permissions.includes("read_all");
  const { seq, note } = text;
  if (seq === null || (note && !correct && !history)) return null;
  const reply = acts && replyTo(text, conversation);
  const button = (
    <button
      type="button"
      className={style.more}
      data-message-menu
      tabIndex={newest ? 0 : -1}
      aria-label={t("message.menu")}
      aria-haspopup="menu"
      aria-expanded={opened}
      onKeyDown={(event) => pressed(event, { KeyR: reply, KeyT: translate })}
      onClick={() => {
        setUsed(true);
        setOpened(!opened);
      }}
    >
      <Ellipsis size={16} aria-hidden />
    </button>
  );
  if (!used) {
    return (
      <>
        {button}
        <ReplyButton reply={reply} />
      </>
    );
  }
  return (
    <>
      <Menu opened={opened} onChange={setOpened} position="bottom" withinPortal width={220}>
        <Menu.Target>{button}</Menu.Target>
        <Menu.Dropdown>
          <ReplyItem reply={reply} />
          <TranslateItem translate={translate} />
          {!note && (
            <Menu.Item
              leftSection={<LinkIcon size={15} aria-hidden />}
              onClick={() => void copyLink(texts, reading?.linkTo(seq) ?? linkTo(conversation.id, seq))}
            >
              {t("message.copyLink")}
            </Menu.Item>
          )}
          {correct && (
            <Menu.Item leftSection={<Pencil size={15} aria-hidden />} onClick={() => acts.edit(id)}>
              {t("message.edit")}
            </Menu.Item>
          )}
          {correct && (
            <Menu.Item color="red" leftSection={<Trash2 size={15} aria-hidden />} onClick={() => setDialog("delete")}>
              {t("message.delete")}
            </Menu.Item>
          )}
          {history && (
            <Menu.Item leftSection={<History size={15} aria-hidden />} onClick={() => setDialog("earlier")}>
              {t("message.earlier")}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <ReplyButton reply={reply} />
      {dialog === "delete" && <DeleteQuestion conversation={conversation.id} seq={seq} close={() => setDialog(null)} />}
      {dialog === "earlier" && <EarlierWords conversation={conversation.id} seq={seq} close={() => setDialog(null)} />}
    </>
  );
}

/** Null where it can't be answered. */
function replyTo({ seq, note, deleted }: TextEntry, { state }: Conversation): (() => void) | null {
  const answerable = state !== "closed" && !note && deleted !== true && seq !== null;
  return answerable ? () => signal("reply", seq) : null;
}

function ReplyItem({ reply }: { reply: (() => void) | null }) {
  const { t } = useTexts();
  if (reply === null) return null;
  return (
    <Menu.Item leftSection={<Reply size={15} aria-hidden />} onClick={reply}>
      {t("quote.reply")}
    </Menu.Item>
  );
}

/** Null where there is nothing to translate, or nobody who does. */
function useTranslate(text: TextEntry): (() => void) | null {
  const { translates } = useSession();
  const { seq } = text;
  return translates && seq !== null && isTranslatable(text) ? () => signal("translate", seq) : null;
}

function TranslateItem({ translate }: { translate: (() => void) | null }) {
  const { t } = useTexts();
  if (translate === null) return null;
  return (
    <Menu.Item leftSection={<Languages size={15} aria-hidden />} onClick={translate}>
      {t("message.translate")}
    </Menu.Item>
  );
}

function ReplyButton({ reply }: { reply: (() => void) | null }) {
  const { t } = useTexts();
  if (reply === null) return null;
  return (
    <button
      type="button"
      className={style.reply}
      tabIndex={-1}
      aria-label={t("quote.reply")}
      title={t("quote.reply")}
      onClick={reply}
    >
      <Reply size={16} aria-hidden />
    </button>
  );
}

/** @param acts by the place of their key on the keyboard; null: out of place now */
function pressed(event: KeyboardEvent<HTMLButtonElement>, acts: Record<string, (() => void) | null>): void {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
  const act = plain ? acts[event.code] : null;
  if (!act) {
    walk(event);
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  act();
}

/** From the menu of one message to that of the next: the Tab key stops at the newest only. */
function walk(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
  if (step === 0 || event.currentTarget.getAttribute("aria-expanded") === "true") return;
  const all = [...(event.currentTarget.closest("[role=log]")?.querySelectorAll("[data-message-menu]") ?? [])];
  const next = all[all.indexOf(event.currentTarget) + step];
  event.preventDefault();
  if (next instanceof HTMLElement) next.focus();
}
