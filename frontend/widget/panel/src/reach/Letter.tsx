import type { VisitorSnapshot } from "@beseda/client";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Chat } from "../chat/chat";
import { Departments } from "../composer/Departments";
import { leftOf } from "../composer/length";
import { reasonOf } from "../conversation/unsent";
import { useTexts } from "../i18n/texts";
import fields from "../parts/fields.module.css";
import style from "./Reach.module.css";
import { useReach } from "./useReach";

interface Properties {
  readonly chat: Chat;
  readonly snapshot: VisitorSnapshot;
  readonly text: string;
  change(text: string): void;
}

type Problem = Parameters<typeof reasonOf>[0] | "empty" | null;

/** In place of the composer while nobody is on line: who asks, where to answer, and the question. */
export function Letter({ chat, snapshot, text, change }: Properties) {
  const texts = useTexts();
  const { t } = texts;
  const reach = useReach(chat);
  const [problem, setProblem] = useState<Problem>(null);
  const address = useRef<HTMLInputElement>(null);
  const words = useRef<HTMLTextAreaElement>(null);
  const left = leftOf(text);
  useLayoutEffect(() => {
    if (reach.problem) address.current?.focus();
  }, [reach.problem]);

  const send = async () => {
    if (reach.sending) return;
    if (text.trim() === "") {
      setProblem("empty");
      words.current?.focus();
      return;
    }
    if ((left ?? 0) < 0 || !(await reach.leave())) return;
    const sent = chat.client.send(chat.draft.getState());
    if (sent.ok) change("");
    else setProblem(sent);
  };
  return (
    <form
      class={`${fields.fields} ${style.letter}`}
      aria-label={t("letter.title")}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Departments chat={chat} snapshot={snapshot} />
      <label>
        <span>{t("letter.name")}</span>
        <input
          autocomplete="name"
          maxLength={200}
          value={reach.name}
          onInput={(event) => reach.change({ name: event.currentTarget.value })}
        />
      </label>
      <label>
        <span>{t("reach.address")}</span>
        <input
          ref={address}
          type="text"
          inputMode="email"
          autocomplete="email"
          maxLength={254}
          aria-invalid={reach.problem !== null}
          aria-describedby="reach-problem"
          value={reach.address}
          onInput={(event) => reach.change({ address: event.currentTarget.value })}
        />
        <Problem of={reach.problem && t(reach.problem)} />
      </label>
      <label>
        <span>{t("letter.words")}</span>
        <textarea
          ref={words}
          rows={2}
          dir="auto"
          value={text}
          onInput={(event) => {
            setProblem(null);
            change(event.currentTarget.value);
          }}
        />
        {problem && (
          <p class={fields.problem} role="alert">
            {problem === "empty" ? t("letter.empty") : reasonOf(problem, texts)}
          </p>
        )}
        {left !== null && left < 0 && <p class={fields.problem}>{t("composer.over", { count: -left })}</p>}
      </label>
      <button type="submit" disabled={reach.sending}>
        {t(reach.sending ? "reach.sending" : "letter.send")}
      </button>
    </form>
  );
}

function Problem({ of }: { readonly of: string | null }) {
  return (
    <p class={fields.problem} id="reach-problem" role="alert" hidden={of === null}>
      {of}
    </p>
  );
}
