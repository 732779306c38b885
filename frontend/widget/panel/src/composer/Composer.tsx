import { currentThread, type VisitorSnapshot } from "@beseda/client";
import type { TargetedKeyboardEvent } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Chat } from "../chat/chat";
import { reasonOf } from "../conversation/unsent";
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
  const empty = text.trim() === "";
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
    if (empty || (left ?? 0) < 0) return;
    const sent = chat.client.send(text);
    if (sent.ok) write("");
    else setProblem(sent);
    field.current?.focus();
  };
  const keys = (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };

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
      <div class={style.field}>
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          value={text}
          enterkeyhint="send"
          aria-label={t("composer.label")}
          placeholder={t("composer.placeholder")}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={keys}
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
