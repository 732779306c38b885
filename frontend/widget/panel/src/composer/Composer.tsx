import { currentThread, type VisitorSnapshot } from "@beseda/client";
import { filesOf } from "@beseda/ui/files";
import type { TargetedKeyboardEvent } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Chat } from "../chat/chat";
import { reasonOf } from "../conversation/unsent";
import { FileButton } from "../files/FileButton";
import { type Files, useFiles } from "../files/useFiles";
import { ownWords } from "../i18n/ownWords";
import { useTexts } from "../i18n/texts";
import { Icon } from "../parts/Icon";
import { useWatched } from "../parts/watched";
import style from "./Composer.module.css";
import { Departments } from "./Departments";
import { leftOf } from "./length";

interface Properties {
  readonly chat: Chat;
  readonly snapshot: VisitorSnapshot;
  readonly text: string;
  change(text: string): void;
}

type Problem = { readonly code: string; readonly params: Readonly<Record<string, string>> } | null;

/** Where the visitor writes. Enter sends, Shift+Enter begins a line; what is not sent stays, also over a reload. */
export function Composer({ chat, snapshot, text, change }: Properties) {
  const texts = useTexts();
  const { t } = texts;
  const field = useRef<HTMLTextAreaElement>(null);
  const [problem, setProblem] = useState<Problem>(null);
  const left = leftOf(text);
  const mayEnclose = snapshot.site?.files ?? false;
  const files = useFiles(chat, mayEnclose);
  const empty = text.trim() === "" && !files.busy && !files.items.some(({ state }) => state === "ready");
  const [waits, setWaits] = useState(false);
  useHeight(field, text);
  useSummons(chat, field);

  const write = (now: string) => {
    change(now);
    setProblem(null);
    const thread = currentThread(snapshot);
    if (!thread) return;
    chat.client.typing(thread.header.id, now !== "");
    if (snapshot.site?.previews) chat.client.draft(thread.header.id, now);
  };
  const send = () => {
    setWaits(files.busy);
    if (empty || (left ?? 0) < 0 || files.busy) return;
    const enclosed = files.take();
    const sent = chat.client.send(text, enclosed);
    if (sent.ok) write("");
    else {
      setProblem(sent);
      files.putBack(enclosed);
    }
    field.current?.focus();
  };
  useEffect(() => {
    if (files.failed) setWaits(false);
    else if (waits && !files.busy) send();
  });
  const { returned } = chat;
  useEffect(() => {
    const takeBack = () => {
      const back = returned.getState();
      if (back.length === 0) return;
      returned.set([]);
      files.putBack(back);
    };
    return returned.subscribe(takeBack);
  });
  const keys = (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };

  const { Tray, uploads } = files;
  return (
    <form
      class={style.composer}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {problem && (
        <p class={style.problem} role="alert">
          {reasonOf(problem, texts)}
        </p>
      )}
      {snapshot.site?.previews && <p class={style.previewed}>{t("composer.previewed")}</p>}
      <Departments chat={chat} snapshot={snapshot} />
      <FileNotes files={files} />
      {Tray && uploads && files.items.length > 0 && <Tray uploads={uploads} items={files.items} />}
      {waits && (
        <p class={style.previewed} role="status">
          {t("files.held")}
        </p>
      )}
      <div class={style.field} data-clip={mayEnclose || undefined}>
        {mayEnclose && <FileButton add={files.add} />}
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          value={text}
          enterkeyhint="send"
          aria-label={t("composer.label")}
          placeholder={ownWords(snapshot.site).placeholder ?? t("composer.placeholder")}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={keys}
          onPaste={(event) => {
            const pasted = mayEnclose ? filesOf(event.clipboardData) : [];
            if (pasted.length > 0) event.preventDefault();
            files.add(pasted);
          }}
        />
        <button type="submit" aria-label={t("composer.send")} disabled={empty || (left ?? 0) < 0}>
          <Icon name="send" />
        </button>
        {left !== null && (
          <p class={left < 0 ? style.over : style.left} role="status">
            {left < 0 ? t("composer.over", { count: -left }) : t("composer.left", { count: left })}
          </p>
        )}
      </div>
    </form>
  );
}

/** Where files may be dropped, and which of them will not be there. */
function FileNotes({ files: { over, lost, surplus } }: { readonly files: Files }) {
  const { t } = useTexts();
  return (
    <>
      {over && <p class={style.drop}>{t("files.drop")}</p>}
      {lost.length > 0 && (
        <p class={style.problem} role="alert">
          {t("files.lost", { names: lost.join(", ") })}
        </p>
      )}
      {surplus > 0 && (
        <p class={style.problem} role="alert">
          {t("files.tooMany", { count: surplus })}
        </p>
      )}
    </>
  );
}

/** Grows with the text up to what the style allows. */
function useHeight(field: { readonly current: HTMLTextAreaElement | null }, text: string): void {
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight}px`;
  }, [field, text]);
}

/** Takes the focus when the visitor opens the window, except where that would bring up a screen keyboard. */
function useSummons({ shown }: Chat, field: { readonly current: HTMLTextAreaElement | null }): void {
  const { open, summons } = useWatched(shown);
  useEffect(() => {
    if (open && summons > 0 && !matchMedia("(pointer: coarse)").matches) field.current?.focus();
  }, [open, summons, field]);
}
