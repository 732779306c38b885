import type { AskedField, VisitorSnapshot } from "@beseda/client";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Chat } from "../chat/chat";
import { asksFirst } from "../chat/reachable";
import { Departments } from "../composer/Departments";
import { leftOf } from "../composer/length";
import { Said } from "../conversation/Said";
import { reasonOf } from "../conversation/unsent";
import { useTexts } from "../i18n/texts";
import fields from "../parts/fields.module.css";
import letter from "../reach/Reach.module.css";
import style from "./Questions.module.css";
import { type Asked, useQuestions } from "./useQuestions";

interface Properties {
  readonly chat: Chat;
  readonly snapshot: VisitorSnapshot;
  readonly text: string;
  change(text: string): void;
}

/** In place of the composer before a conversation begins: what the site asks, and the visitor's own question. */
export function Questions({ chat, snapshot, text, change }: Properties) {
  const texts = useTexts();
  const { t } = texts;
  const form = useRef<HTMLFormElement>(null);
  const asked = useQuestions(chat, snapshot);
  const [problem, setProblem] = useState<string | null>(null);
  const left = leftOf(text);
  const { faults } = asked;
  const greeting = Object.keys(snapshot.threads).length === 0 && snapshot.site?.greeting;
  useLayoutEffect(() => {
    if (faults.size > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [faults]);

  const send = async () => {
    if (asked.sending) return;
    const wordless = text.trim() === "";
    setProblem(wordless ? t("letter.empty") : null);
    if (!asked.check() || wordless || (left ?? 0) < 0 || !(await asked.tell())) return;
    // Nobody is here: the letter asks for an address too, with the words in it.
    if (asksFirst(chat.client.getState())) return;
    const sent = chat.client.send(chat.draft.getState());
    if (sent.ok) change("");
    else setProblem(reasonOf(sent, texts));
  };
  const over = left !== null && left < 0 ? t("composer.over", { count: -left }) : null;
  return (
    <form
      ref={form}
      class={`${fields.fields} ${letter.letter} ${style.questions}`}
      aria-label={t("questions.title")}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {greeting && (
        <p class={style.greeting} dir="auto">
          {greeting}
        </p>
      )}
      <Departments chat={chat} snapshot={snapshot} />
      {asked.fields.map((field) => (
        <Field key={field.id} field={field} asked={asked} />
      ))}
      <label>
        <span>{t("letter.words")}</span>
        <textarea
          rows={2}
          dir="auto"
          value={text}
          aria-invalid={problem !== null}
          onInput={(event) => {
            setProblem(null);
            change(event.currentTarget.value);
          }}
        />
        <Problem id="question" of={problem ?? over} />
      </label>
      {asked.consent !== null && <Consent asked={asked} text={asked.consent} />}
      <Problem id="all" of={asked.failed && t("questions.failed")} />
      <button type="submit" disabled={asked.sending}>
        {t(asked.sending ? "reach.sending" : "letter.send")}
      </button>
    </form>
  );
}

const kinds = {
  name: { autocomplete: "name", inputMode: "text", maxLength: 200 },
  email: { autocomplete: "email", inputMode: "email", maxLength: 254 },
  phone: { autocomplete: "tel", inputMode: "tel", maxLength: 50 },
  text: { autocomplete: "off", inputMode: "text", maxLength: 500 },
} as const;

function Field({ field, asked }: { readonly field: AskedField; readonly asked: Asked }) {
  const { t } = useTexts();
  const { id, kind, required, options } = field;
  const value = asked.values[id] ?? "";
  const fault = asked.faults.get(id);
  const own = kind === "text" || kind === "choice";
  const name = own ? field.label : t(`questions.${kind}`);
  const place = useId();
  const said = {
    value,
    "aria-invalid": fault !== undefined,
    "aria-describedby": `${place}-problem`,
    required,
    id: place,
  };
  return (
    <label htmlFor={place}>
      <span dir="auto">{required ? name : t("questions.optional", { name })}</span>
      {kind === "choice" ? (
        <select {...said} onChange={(event) => asked.change(id, event.currentTarget.value)}>
          <option value="" />
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ) : (
        <input {...kinds[kind]} {...said} dir="auto" onInput={(event) => asked.change(id, event.currentTarget.value)} />
      )}
      <Problem id={`${place}-problem`} of={fault !== undefined && t(`questions.wrong.${fault}`)} />
    </label>
  );
}

function Consent({ asked, text }: { readonly asked: Asked; readonly text: string }) {
  const { t } = useTexts();
  const fault = asked.faults.has("consent");
  return (
    <div class={style.consent}>
      <p class={style.terms} id="terms" dir="auto">
        <Said text={text} />
      </p>
      <label>
        <input
          type="checkbox"
          checked={asked.agrees}
          aria-invalid={fault}
          aria-describedby="terms"
          onChange={(event) => asked.agree(event.currentTarget.checked)}
        />
        <span>{t("questions.agree")}</span>
      </label>
      <Problem id="disagrees" of={fault && t("questions.wrong.consent")} />
    </div>
  );
}

function Problem({ id, of }: { readonly id: string; readonly of: string | null | false }) {
  return (
    <p class={fields.problem} id={id} role="alert" hidden={!of}>
      {of}
    </p>
  );
}
