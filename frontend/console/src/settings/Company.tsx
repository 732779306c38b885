import { NumberInput, Switch, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTexts } from "../i18n/texts";
import { CopyButton } from "../parts/CopyButton";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { Settings } from "../rest/types";
import { useSession } from "../shell/session";
import { Loaded } from "./Loaded";
import { Block, Page } from "./Page";
import { SaveBar } from "./SaveBar";
import style from "./Settings.module.css";
import { useForm } from "./useForm";

export function Company() {
  const { t } = useTexts();
  const settings = useQuery(queries.settings);
  return (
    <Page title={t("settings.company")} lead={t("company.lead")}>
      <Loaded of={settings}>{(data) => <CompanyForm settings={data} />}</Loaded>
    </Page>
  );
}

function CompanyForm({ settings }: { settings: Settings }) {
  const { t } = useTexts();
  const { version } = useSession();
  const cache = useQueryClient();
  const fields = [
    "company",
    "lateAfterMinutes",
    "lateWarningMinutes",
    "lateInWorkingHours",
    "editMinutes",
    "sessionIdleMinutes",
    "sessionAbsoluteMinutes",
    "awayAfterMinutes",
    "invitationHours",
  ];
  const form = useForm("company", settings, fields, async (changed) => {
    await request("PUT", "/api/settings", changed);
    await Promise.all([queries.settings, queries.session].map(({ queryKey }) => cache.invalidateQueries({ queryKey })));
  });
  return (
    <form className={style.form} onSubmit={form.submit}>
      <TextInput
        label={t("field.company")}
        description={t("company.nameHint")}
        required
        withAsterisk={false}
        maxLength={100}
        value={form.value.company}
        error={form.errors.company}
        onChange={(event) => form.change({ company: event.currentTarget.value })}
      />
      <Block title={t("company.answers")}>
        <NumberInput
          label={t("field.lateAfterMinutes")}
          description={t("company.lateHint")}
          min={1}
          max={60}
          allowDecimal={false}
          value={form.value.lateAfterMinutes}
          error={form.errors.lateAfterMinutes}
          onChange={(minutes) => form.change({ lateAfterMinutes: Number(minutes) })}
        />
        <NumberInput
          label={t("field.lateWarningMinutes")}
          description={t("company.lateWarningHint")}
          min={0}
          max={59}
          allowDecimal={false}
          value={form.value.lateWarningMinutes}
          error={form.errors.lateWarningMinutes}
          onChange={(minutes) => form.change({ lateWarningMinutes: Number(minutes) })}
        />
        <Switch
          label={t("company.lateInHours")}
          description={t("company.lateInHoursHint")}
          checked={form.value.lateInWorkingHours}
          onChange={(event) => form.change({ lateInWorkingHours: event.currentTarget.checked })}
        />
        <NumberInput
          label={t("field.editMinutes")}
          description={t("company.editHint")}
          min={0}
          max={10_080}
          allowDecimal={false}
          value={form.value.editMinutes}
          error={form.errors.editMinutes}
          onChange={(minutes) => form.change({ editMinutes: Number(minutes) })}
        />
      </Block>
      <Block title={t("company.signIn")}>
        <NumberInput
          label={t("field.sessionIdleMinutes")}
          description={t("company.idleHint")}
          min={15}
          max={240}
          step={15}
          allowDecimal={false}
          value={form.value.sessionIdleMinutes}
          error={form.errors.sessionIdleMinutes}
          onChange={(minutes) => form.change({ sessionIdleMinutes: Number(minutes) })}
        />
        <NumberInput
          label={t("field.sessionAbsoluteMinutes")}
          min={60}
          max={1440}
          step={60}
          allowDecimal={false}
          value={form.value.sessionAbsoluteMinutes}
          error={form.errors.sessionAbsoluteMinutes}
          onChange={(minutes) => form.change({ sessionAbsoluteMinutes: Number(minutes) })}
        />
        <NumberInput
          label={t("field.awayAfterMinutes")}
          description={t("company.awayHint")}
          min={0}
          max={240}
          allowDecimal={false}
          value={form.value.awayAfterMinutes}
          error={form.errors.awayAfterMinutes}
          onChange={(minutes) => form.change({ awayAfterMinutes: Number(minutes) })}
        />
        <NumberInput
          label={t("field.invitationHours")}
          min={1}
          max={168}
          allowDecimal={false}
          value={form.value.invitationHours}
          error={form.errors.invitationHours}
          onChange={(hours) => form.change({ invitationHours: Number(hours) })}
        />
      </Block>
      <SaveBar form={form} />
      <Block title={t("company.server")}>
        <p className={style.faint}>{t("company.serverHint", { version })}</p>
        <pre className={style.code}>{settings.publicUrl}</pre>
        <div>
          <CopyButton text={settings.publicUrl} label={t("company.copyAddress")} variant="default" />
        </div>
      </Block>
    </form>
  );
}
