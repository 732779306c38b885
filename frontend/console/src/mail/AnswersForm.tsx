import { Alert, NumberInput, Switch } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Info } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { type AnswersDraft, type Mail, mailQuery, saveAnswers } from "../rest/mail";
import { Block } from "../settings/Page";
import { SaveBar } from "../settings/SaveBar";
import style from "../settings/Settings.module.css";
import { useForm } from "../settings/useForm";

/** Whether answers that the visitor doesn't see go to him by e-mail, and when. */
export function AnswersForm({ mail: { answers, host } }: { mail: Mail }) {
  const { t } = useTexts();
  const cache = useQueryClient();
  const { on, minutes, linked } = answers;
  const stored: AnswersDraft = { on, minutes };
  const form = useForm("mail answers", stored, ["minutes"], async (draft) => {
    cache.setQueryData(mailQuery.queryKey, await saveAnswers(draft));
    void cache.invalidateQueries({ queryKey: ["visitor"] });
  });
  return (
    <Block title={t("mail.answers")}>
      <form className={style.form} aria-label={t("mail.answers")} onSubmit={form.submit} noValidate>
        <p className={style.faint}>{t("mail.answersLead")}</p>
        <Switch
          label={t("mail.answersOn")}
          description={host === "" ? t("mail.answersNoMail") : t("mail.answersHint")}
          checked={form.value.on}
          onChange={(event) => form.change({ on: event.currentTarget.checked })}
        />
        <NumberInput
          name="minutes"
          label={t("mail.answersMinutes")}
          min={1}
          max={1_440}
          allowDecimal={false}
          allowNegative={false}
          maw={220}
          disabled={!form.value.on}
          value={form.value.minutes}
          error={form.errors.minutes}
          onChange={(next) => form.change({ minutes: Number(next) })}
        />
        {!linked && (
          <Alert color="yellow" icon={<Info size={18} aria-hidden />}>
            {t("mail.answersUnlinked")}
          </Alert>
        )}
        <SaveBar form={form} />
      </form>
    </Block>
  );
}
