import { Button, Switch, Textarea, TextInput } from "@mantine/core";
import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { errorWithin } from "../outreach/errors";
import { wordsIn } from "../requests/words";
import { fieldTypes, type KindField } from "../rest/requestKinds";
import questions from "../settings/QuestionnairePage.module.css";
import style from "../settings/Settings.module.css";
import { ChoicesEditor } from "./ChoicesEditor";
import { fieldOf, moved, otherWords } from "./drafts";
import type { Part } from "./KindForm";
import own from "./Kinds.module.css";
import { Step } from "./Step";

/** As many as the server keeps. */
const most = 20;

/** The fields that this kind has besides the usual ones, in their order. */
export function FieldsEditor({ form, language }: Part) {
  const { t } = useTexts();
  const { fields } = form.value;
  return (
    <>
      {fields.map((field, at) => (
        <One key={field.id} field={field} at={at} form={form} language={language} />
      ))}
      {fields.length < most && (
        <div className={own.group}>
          <p className={style.faint}>{t("kinds.fields")}</p>
          <div className={questions.add}>
            {fieldTypes.map((type) => (
              <Button
                key={type}
                variant="default"
                size="xs"
                leftSection={<Plus size={15} aria-hidden />}
                onClick={() => form.change({ fields: [...fields, fieldOf(type, fields)] })}
              >
                {t(`kinds.addField.${type}`)}
              </Button>
            ))}
          </div>
        </div>
      )}
    </>
  );
}

function One({ field, at, form, language }: Part & { field: KindField; at: number }) {
  const { t } = useTexts();
  const { fields } = form.value;
  const path = `fields[${at}]`;
  const consent = field.type === "consent";
  const put = (change: Partial<KindField>) =>
    form.change({ fields: fields.map((each, index) => (index === at ? { ...each, ...change } : each)) });
  const words = {
    placeholder: otherWords(field.label, language),
    value: field.label[language] ?? "",
    error: errorWithin(form.errors, `${path}.label`),
  };
  return (
    <fieldset className={questions.field} aria-label={wordsIn(field.label, language) || t(`kinds.field.${field.type}`)}>
      <FieldHead field={field} at={at} form={form} language={language} />
      {consent ? (
        <Textarea
          {...words}
          label={t("kinds.consentText")}
          description={t("kinds.consentHint")}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2000}
          onChange={(event) => put({ label: { ...field.label, [language]: event.currentTarget.value } })}
        />
      ) : (
        <TextInput
          {...words}
          label={t("kinds.label")}
          maxLength={200}
          onChange={(event) => put({ label: { ...field.label, [language]: event.currentTarget.value } })}
        />
      )}
      {field.type === "choice" && (
        <ChoicesEditor
          choices={field.choices}
          language={language}
          error={errorWithin(form.errors, `${path}.choices`)}
          change={(choices) => put({ choices })}
        />
      )}
      <Switch
        label={t("kinds.required")}
        checked={field.required}
        onChange={(event) => put({ required: event.currentTarget.checked })}
      />
    </fieldset>
  );
}

/** What it is, and the buttons that move and remove it. */
function FieldHead({ field, at, form, language }: Part & { field: KindField; at: number }) {
  const { t } = useTexts();
  const { fields } = form.value;
  const name = wordsIn(field.label, language).slice(0, 60) || t(`kinds.field.${field.type}`);
  return (
    <div className={questions.head}>
      <b>{t(`kinds.field.${field.type}`)}</b>
      <Step
        icon={ArrowUp}
        label={t("kinds.up", { name })}
        disabled={at === 0}
        act={() => form.change({ fields: moved(fields, at, -1) })}
      />
      <Step
        icon={ArrowDown}
        label={t("kinds.down", { name })}
        disabled={at === fields.length - 1}
        act={() => form.change({ fields: moved(fields, at, 1) })}
      />
      <Step
        icon={Trash2}
        label={t("kinds.removeField", { name })}
        act={() => form.change({ fields: fields.filter((_, index) => index !== at) })}
      />
    </div>
  );
}
