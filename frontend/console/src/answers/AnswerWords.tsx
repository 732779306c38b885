import { documentOf } from "@beseda/client";
import { Input, Textarea } from "@mantine/core";
import { useRef, useState } from "react";
import type { Cursor } from "../formatting/FormattedField";
import { FormattingSwitch } from "../formatting/FormattingSwitch";
import { useFormattedField } from "../formatting/useFormattedField";
import { useTexts } from "../i18n/texts";
import type { AnswerDraft } from "../rest/types";
import type { Form } from "../settings/useForm";
import { AnswerPreviews } from "./AnswerPreviews";
import style from "./Answers.module.css";
import { VariableButtons } from "./VariableButtons";

type Words = Form<AnswerDraft>;

/** The text, plain or formatted, what may be filled into it, and how it looks then. */
export function AnswerWords({ form }: { form: Words }) {
  const { t } = useTexts();
  const [on, setOn] = useState(form.value.document !== null);
  const [failed, setFailed] = useState(false);
  const Field = useFormattedField(on, () => setFailed(true));
  const plain = useRef<HTMLTextAreaElement>(null);
  const cursor = useRef<Cursor | null>(null);
  const field = useRef<HTMLElement>(null);
  const { text, document, files } = form.value;
  const error = failed ? t("format.failed") : form.errors.text;
  const choose = (next: boolean) => {
    setOn(next);
    setFailed(false);
    if (!next) form.change({ document: null });
  };
  const insert = (words: string) => {
    if (cursor.current !== null) return cursor.current.replace(0, documentOf(words));
    const from = plain.current?.selectionStart ?? text.length;
    const to = plain.current?.selectionEnd ?? text.length;
    form.change({ text: text.slice(0, from) + words + text.slice(to) });
    requestAnimationFrame(() => {
      plain.current?.focus();
      plain.current?.setSelectionRange(from + words.length, from + words.length);
    });
  };
  const hint = t("answers.textHint", { example: `{visitor.name|${t("answers.friend")}}` });
  return (
    <>
      <div className={style.words}>
        <FormattingSwitch on={on} choose={choose} />
        {Field === null ? (
          <Textarea
            ref={plain}
            label={t("answers.text")}
            description={hint}
            required
            withAsterisk={false}
            rows={6}
            value={text}
            readOnly={document !== null}
            error={error}
            onChange={(event) => form.change({ text: event.currentTarget.value, document: null })}
          />
        ) : (
          <Input.Wrapper labelElement="div" label={t("answers.text")} description={hint} error={error}>
            <div className={style.formatted} data-bad={error !== undefined || undefined}>
              <Field
                field={field}
                plain={plain}
                written={{ text, document: document ?? undefined }}
                write={(written) => form.change({ text: written.text, document: written.document ?? null })}
                send={null}
                leave={() => field.current?.blur()}
                rest={() => undefined}
                cut={() => undefined}
                cursor={cursor}
                placeholder=""
                label={t("answers.text")}
                invalid={error !== undefined}
              />
            </div>
          </Input.Wrapper>
        )}
      </div>
      <VariableButtons insert={insert} />
      <AnswerPreviews text={text} document={document} files={files} />
    </>
  );
}
