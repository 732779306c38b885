import { NumberInput, PasswordInput, Select, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTexts } from "../i18n/texts";
import type { FieldErrors } from "../parts/fieldErrors";
import { type Mail, type MailDraft, mailQuery, type Security, saveMail, securities } from "../rest/mail";
import { schedulesQuery } from "../rest/schedules";
import { SaveBar } from "../settings/SaveBar";
import style from "../settings/Settings.module.css";
import { type Form, useForm } from "../settings/useForm";
import own from "./Mail.module.css";
import { Services } from "./Services";
import { secured } from "./services";
import { TestLetter } from "./TestLetter";
import { useTest } from "./useTest";

const fields = ["host", "port", "security", "user", "password", "from", "name"];

/** Which server takes the letters, in whose name they go, and whether that works. */
export function MailForm({ mail }: { mail: Mail }) {
  const { t } = useTexts();
  const cache = useQueryClient();
  const { host, port, security, user, from, name } = mail;
  const stored: MailDraft = { host, port, security, user, password: null, from, name };
  const form = useForm("mail", stored, fields, async (draft) => {
    cache.setQueryData(mailQuery.queryKey, await saveMail(sent(draft)));
    // They tell whether their letters go out.
    void cache.invalidateQueries({ queryKey: schedulesQuery.queryKey });
  });
  const test = useTest(() => sent(form.value));
  const change = (changed: Partial<MailDraft>) => {
    test.forget();
    form.change(changed);
  };
  const errors = { ...test.errors, ...form.errors };
  const parts = { value: form.value, errors, change };
  return (
    <form className={style.form} aria-label={t("mail.form")} onSubmit={form.submit} noValidate>
      <Services value={form.value} change={change} />
      <ServerFields {...parts} />
      <SignInFields
        {...parts}
        kept={mail.hasPassword && form.value.host.trim() === host && form.value.user.trim() === user}
      />
      <SenderFields {...parts} />
      <TestLetter test={test} dirty={form.dirty} ready={form.value.host.trim() !== ""} />
      <SaveBar form={form} />
    </form>
  );
}

/** Nobody signs in without a name: then no password is to be kept. */
function sent(draft: MailDraft): MailDraft {
  return draft.user.trim() === "" ? { ...draft, password: "" } : draft;
}

type Part = Pick<Form<MailDraft>, "value" | "change"> & { errors: FieldErrors };

function ServerFields({ value, errors, change }: Part) {
  const { t } = useTexts();
  return (
    <>
      <TextInput
        name="host"
        label={t("mail.host")}
        description={t("mail.hostHint")}
        placeholder="smtp.example.org"
        maxLength={253}
        spellCheck={false}
        autoCapitalize="none"
        value={value.host}
        error={errors.host}
        onChange={(event) => change({ host: event.currentTarget.value })}
      />
      <div className={style.pair}>
        <Select
          label={t("mail.security")}
          allowDeselect={false}
          data={securities.map((each) => ({ value: each, label: t(`mail.security.${each}`) }))}
          value={value.security}
          error={errors.security}
          onChange={(next) => next !== null && change(secured(value, next as Security))}
        />
        <NumberInput
          label={t("mail.port")}
          min={1}
          max={65_535}
          allowDecimal={false}
          hideControls
          value={value.port}
          error={errors.port}
          onChange={(port) => change({ port: Number(port) })}
        />
      </div>
      <p className={`${style.faint} ${own.under}`}>{t(`mail.securityHint.${value.security}`)}</p>
    </>
  );
}

function SignInFields({ value, errors, change, kept }: Part & { kept: boolean }) {
  const { t } = useTexts();
  return (
    <>
      <TextInput
        name="user"
        label={t("mail.user")}
        description={t("mail.userHint")}
        maxLength={254}
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="none"
        value={value.user}
        error={errors.user}
        onChange={(event) => change({ user: event.currentTarget.value })}
      />
      {value.user !== "" && (
        <PasswordInput
          name="password"
          label={t("mail.password")}
          placeholder={kept ? t("mail.passwordKept") : ""}
          // Not the password of the console, which a browser would offer.
          autoComplete="new-password"
          maxLength={500}
          value={value.password ?? ""}
          error={errors.password}
          onChange={(event) => change({ password: event.currentTarget.value || null })}
          visibilityToggleButtonProps={{ "aria-label": t("password.show") }}
        />
      )}
    </>
  );
}

function SenderFields({ value, errors, change }: Part) {
  const { t } = useTexts();
  return (
    <div className={style.pair}>
      <TextInput
        type="email"
        name="from"
        label={t("mail.from")}
        placeholder="support@example.org"
        maxLength={254}
        value={value.from}
        error={errors.from}
        onChange={(event) => change({ from: event.currentTarget.value })}
      />
      <TextInput
        name="name"
        label={t("mail.name")}
        placeholder={t("mail.namePlaceholder")}
        maxLength={80}
        value={value.name}
        error={errors.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
    </div>
  );
}
