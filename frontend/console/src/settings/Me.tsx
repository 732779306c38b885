import { SegmentedControl, Stack, Switch, TextInput, useMantineColorScheme } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type Language, languages, useTexts } from "../i18n/texts";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { Me as Person } from "../rest/types";
import { useAlertChoices } from "../shell/alertChoices";
import { useSession } from "../shell/session";
import { useSavedLook } from "../shell/useSavedLook";
import { CalledFields, calledFields } from "./CalledFields";
import { HoursForm } from "./HoursForm";
import { Block, Page } from "./Page";
import { PasswordChange } from "./PasswordChange";
import { PhotoField } from "./PhotoField";
import { SaveBar } from "./SaveBar";
import { SecondFactor } from "./SecondFactor";
import { Sessions } from "./Sessions";
import style from "./Settings.module.css";
import { Sounds } from "./Sounds";
import { StatusForm } from "./StatusForm";
import { useForm } from "./useForm";

/** What concerns me alone: my face and name, how the console looks and rings, my password and my sign-ins. */
export function Me() {
  const { t } = useTexts();
  const { operator } = useSession();
  return (
    <Page title={t("settings.me")} lead={operator.email}>
      <div className={style.form}>
        <Face me={operator} />
        <Block title={t("status.title")}>
          <StatusForm me={operator} />
        </Block>
        <Block title={t("me.hours")}>
          <HoursForm me={operator} />
        </Block>
        <Block title={t("me.look")}>
          <Look />
        </Block>
        <Block title={t("me.alerts")}>
          <AlertChoices />
        </Block>
        <Block title={t("me.password")}>
          <PasswordChange />
        </Block>
        <Block title={t("secondFactor.title")}>
          <SecondFactor />
        </Block>
        <Block title={t("me.sessions")}>
          <Sessions />
        </Block>
      </div>
    </Page>
  );
}

function Face({ me }: { me: Person }) {
  const { t } = useTexts();
  const cache = useQueryClient();
  const refresh = () => cache.invalidateQueries({ queryKey: queries.session.queryKey });
  const { name, title, translations, locale, theme } = me;
  const form = useForm("me", { name, title, translations }, ["name", "title", ...calledFields], async (draft) => {
    await request("PUT", "/api/me", { ...draft, locale, theme });
    await refresh();
  });
  return (
    <form className={style.form} onSubmit={form.submit} noValidate>
      <PhotoField person={me} path="/api/me/photo" changed={refresh} />
      <div className={style.pair}>
        <TextInput
          label={t("field.yourName")}
          description={t("field.yourNameHint")}
          required
          withAsterisk={false}
          maxLength={100}
          value={form.value.name}
          error={form.errors.name}
          onChange={(event) => form.change({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t("field.title")}
          description={t("field.titleHint")}
          placeholder={t("field.titlePlaceholder")}
          maxLength={100}
          value={form.value.title}
          error={form.errors.title}
          onChange={(event) => form.change({ title: event.currentTarget.value })}
        />
      </div>
      <CalledFields form={form} />
      <SaveBar form={form} />
    </form>
  );
}

function Look() {
  const { t, language } = useTexts();
  const { colorScheme } = useMantineColorScheme();
  const { saveScheme, saveLanguage } = useSavedLook();
  return (
    <div className={style.choices}>
      <span aria-hidden>{t("me.theme")}</span>
      <SegmentedControl
        aria-label={t("me.theme")}
        value={colorScheme}
        onChange={(scheme) => saveScheme(scheme === "light" || scheme === "dark" ? scheme : "auto")}
        data={[
          { value: "light", label: t("theme.light") },
          { value: "dark", label: t("theme.dark") },
          { value: "auto", label: t("theme.system") },
        ]}
      />
      <span aria-hidden>{t("me.language")}</span>
      <SegmentedControl
        aria-label={t("me.language")}
        value={language}
        onChange={(chosen) => saveLanguage(chosen as Language)}
        data={languages.map((each) => ({ value: each, label: t(`language.${each}`) }))}
      />
    </div>
  );
}

function AlertChoices() {
  const { t } = useTexts();
  const { sound, system, systemBlocked, chooseSound, chooseSystem } = useAlertChoices();
  return (
    <Stack gap="sm">
      <Switch label={t("me.sound")} checked={sound} onChange={(event) => chooseSound(event.currentTarget.checked)} />
      {sound && <Sounds />}
      <Switch
        label={t("me.notifications")}
        description={t(systemBlocked ? "me.notificationsBlocked" : "me.notificationsHint")}
        disabled={systemBlocked}
        checked={system}
        onChange={(event) => chooseSystem(event.currentTarget.checked)}
      />
    </Stack>
  );
}
