import { Alert, Button, Checkbox, NumberInput, PasswordInput, Select, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { useTexts } from "../i18n/texts";
import mailStyle from "../mail/Mail.module.css";
import { Said } from "../mail/Said";
import { type FieldErrors, fieldErrors, generalError } from "../parts/fieldErrors";
import { type Mail, type Security, securities } from "../rest/mail";
import { type Box, type BoxDraft, boxQuery, saveBox, testBox } from "../rest/mailbox";
import { asProblem } from "../rest/problem";
import { SaveBar } from "../settings/SaveBar";
import style from "../settings/Settings.module.css";
import { type Form, useForm } from "../settings/useForm";
import { boxOf, plusExample } from "./explained";

const fields = ["host", "port", "security", "user", "password", "folder", "address", "plus"];
/** The port that goes with a security by custom. */
const ports: Readonly<Record<Security, number>> = { starttls: 143, tls: 993, none: 143 };

/** Which mailbox is read, and whether it opens. */
export function BoxForm({ box, mail }: { box: Box; mail: Mail }) {
  const texts = useTexts();
  const { t } = texts;
  const cache = useQueryClient();
  const { host, port, security, user, folder, address, plus } = box;
  const stored: BoxDraft = { host, port, security, user, password: null, folder, address, plus };
  const form = useForm("mailbox", stored, fields, async (draft) => {
    cache.setQueryData(boxQuery.queryKey, await saveBox(draft));
  });
  const test = useMutation({ mutationFn: () => testBox(form.value) });
  const testErrors = fieldErrors(test.error === null ? null : asProblem(test.error), texts);
  const change = (changed: Partial<BoxDraft>) => {
    test.reset();
    form.change(changed);
  };
  const parts = { value: form.value, errors: { ...testErrors, ...form.errors }, change };
  const kept = box.hasPassword && form.value.host.trim() === host && form.value.user.trim() === user;
  return (
    <form className={style.form} aria-label={t("mailbox.title")} onSubmit={form.submit} noValidate>
      {mail.host !== "" && form.value.host === "" && (
        <div>
          <Button size="xs" variant="default" onClick={() => change(boxOf(mail))}>
            {t("mailbox.same")}
          </Button>
        </div>
      )}
      <ServerFields {...parts} />
      <SignInFields {...parts} kept={kept} />
      <AddressFields {...parts} />
      <div>
        <Button
          variant="default"
          loading={test.isPending}
          disabled={form.value.host.trim() === ""}
          onClick={() => test.mutate()}
        >
          {t("mailbox.test")}
        </Button>
      </div>
      <div role="status" className={mailStyle.busy}>
        {test.isPending && <p className={style.faint}>{t("mailbox.testBusy")}</p>}
      </div>
      <Outcome test={test} dirty={form.dirty} general={generalError(test.error, testErrors, fields, texts)} />
      <SaveBar form={form} />
    </form>
  );
}

type Part = Pick<Form<BoxDraft>, "value" | "change"> & { errors: FieldErrors };

function ServerFields({ value, errors, change }: Part) {
  const { t } = useTexts();
  return (
    <>
      <TextInput
        name="box-host"
        label={t("mailbox.host")}
        description={t("mailbox.hostHint")}
        placeholder="imap.example.org"
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
          onChange={(next) => {
            if (next === null) return;
            const security = next as Security;
            change(value.port === ports[value.security] ? { security, port: ports[security] } : { security });
          }}
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
    </>
  );
}

function SignInFields({ value, errors, change, kept }: Part & { kept: boolean }) {
  const { t } = useTexts();
  return (
    <div className={style.pair}>
      <TextInput
        name="box-user"
        label={t("mail.user")}
        maxLength={254}
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="none"
        value={value.user}
        error={errors.user}
        onChange={(event) => change({ user: event.currentTarget.value })}
      />
      <PasswordInput
        name="box-password"
        label={t("mail.password")}
        placeholder={kept ? t("mail.passwordKept") : ""}
        autoComplete="new-password"
        maxLength={500}
        value={value.password ?? ""}
        error={errors.password}
        onChange={(event) => change({ password: event.currentTarget.value || null })}
        visibilityToggleButtonProps={{ "aria-label": t("password.show") }}
      />
    </div>
  );
}

function AddressFields({ value, errors, change }: Part) {
  const { t } = useTexts();
  return (
    <>
      <div className={style.pair}>
        <TextInput
          type="email"
          name="box-address"
          label={t("mailbox.address")}
          placeholder="support@example.org"
          maxLength={254}
          value={value.address}
          error={errors.address}
          onChange={(event) => change({ address: event.currentTarget.value })}
        />
        <TextInput
          name="box-folder"
          label={t("mailbox.folder")}
          maxLength={200}
          spellCheck={false}
          value={value.folder}
          error={errors.folder}
          onChange={(event) => change({ folder: event.currentTarget.value })}
        />
      </div>
      <Checkbox
        label={t("mailbox.plus")}
        description={t("mailbox.plusHint", { example: plusExample(value.address) })}
        checked={value.plus}
        onChange={(event) => change({ plus: event.currentTarget.checked })}
      />
    </>
  );
}

interface OutcomeProps {
  test: { data: Awaited<ReturnType<typeof testBox>> | undefined };
  dirty: boolean;
  general: string | null;
}

function Outcome({ test: { data }, dirty, general }: OutcomeProps) {
  const { t } = useTexts();
  if (general !== null) return <Alert color="red" icon={<TriangleAlert size={18} aria-hidden />} title={general} />;
  if (data === undefined) return null;
  if (!data.opened) {
    return (
      <Alert color="red" icon={<TriangleAlert size={18} aria-hidden />} title={t("mailbox.testFailed")}>
        <Said code={data.code} words={data.words} />
      </Alert>
    );
  }
  return (
    <Alert color="green" icon={<CircleCheck size={18} aria-hidden />} title={t("mailbox.testOk")}>
      {dirty && <p className={mailStyle.said}>{t("mailbox.testSave")}</p>}
    </Alert>
  );
}
