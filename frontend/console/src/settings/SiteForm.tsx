import { SegmentedControl, Switch, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { languages, useTexts } from "../i18n/texts";
import { CopyButton } from "../parts/CopyButton";
import { SiteLanguage } from "../parts/SiteLanguage";
import { ZoneSelect } from "../parts/ZoneSelect";
import type { Site, SiteDraft } from "../rest/types";
import { AccentField } from "./AccentField";
import { OriginsField } from "./OriginsField";
import { Block } from "./Page";
import { SaveBar } from "./SaveBar";
import style from "./Settings.module.css";
import { SpanField } from "./SpanField";
import type { Form } from "./useForm";
import { WidgetPreview } from "./WidgetPreview";
import { WordFields } from "./WordFields";

interface Props {
  form: Form<SiteDraft>;
  site: Site | null;
  /** What else is set with it. */
  children: ReactNode;
}

/** Everything about a site, with the window as visitors will see it beside. */
export function SiteForm({ form, site, children }: Props) {
  const { t } = useTexts();
  const { value, errors, change } = form;
  return (
    <form className={style.withPreview} onSubmit={form.submit}>
      <div className={style.form}>
        <TextInput
          label={t("field.siteName")}
          description={t("sites.nameHint")}
          required
          withAsterisk={false}
          maxLength={100}
          value={value.name}
          error={errors.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <OriginsField value={value.origins} errors={errors} change={(origins) => change({ origins })} />
        <div className={style.pair}>
          <ZoneSelect value={value.timeZone} error={errors.timeZone} change={(timeZone) => change({ timeZone })} />
          <SiteLanguage value={value.locale} error={errors.locale} change={(locale) => change({ locale })} />
        </div>
        <Look form={form} />
        <WordFields form={form} />
        <Block title={t("sites.conversation")}>
          <SpanField value={value.todaySpan} errors={errors} change={(todaySpan) => change({ todaySpan })} />
          <Textarea
            label={t("sites.consent")}
            description={t("sites.consentHint")}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={2000}
            value={value.consentText ?? ""}
            error={errors.consentText}
            onChange={(event) => change({ consentText: event.currentTarget.value || null })}
          />
        </Block>
        {children}
        {site !== null && <Code site={site} form={form} />}
        <SaveBar form={form} {...(site === null ? { label: t("sites.create") } : {})} />
      </div>
      <div className={style.preview}>
        <WidgetPreview site={value} />
      </div>
    </form>
  );
}

function Look({ form: { value, errors, change } }: { form: Form<SiteDraft> }) {
  const { t } = useTexts();
  return (
    <Block title={t("sites.look")}>
      <AccentField value={value.accent} error={errors.accent} change={(accent) => change({ accent })} />
      <div>
        <SegmentedControl
          aria-label={t("sites.corner")}
          value={value.corner}
          onChange={(corner) => change({ corner: corner === "left" ? "left" : "right" })}
          data={[
            { value: "left", label: t("sites.cornerLeft") },
            { value: "right", label: t("sites.cornerRight") },
          ]}
        />
      </div>
      {languages.map((language) => (
        <TextInput
          key={language}
          label={t(`sites.greeting.${language}`)}
          placeholder={t("sites.greetingPlaceholder")}
          maxLength={300}
          value={value.greeting[language]}
          error={errors[`greeting.${language}`]}
          onChange={(event) => change({ greeting: { ...value.greeting, [language]: event.currentTarget.value } })}
        />
      ))}
      <Switch
        label={t("sites.sound")}
        checked={value.sound}
        onChange={(event) => change({ sound: event.currentTarget.checked })}
      />
      <Switch
        label={t("sites.opens")}
        description={t("sites.opensHint")}
        checked={value.opens}
        onChange={(event) => change({ opens: event.currentTarget.checked })}
      />
    </Block>
  );
}

function Code({ site, form: { value, change } }: { site: Site; form: Form<SiteDraft> }) {
  const { t } = useTexts();
  return (
    <Block title={t("sites.snippet")}>
      <p className={style.faint}>{t("snippet.text")}</p>
      <pre className={style.code}>{site.snippet}</pre>
      <div>
        <CopyButton text={site.snippet} label={t("snippet.copy")} variant="default" />
      </div>
      <p className={style.faint}>{t("sites.key", { key: site.key })}</p>
      <p className={style.faint}>
        {t("sites.plain")}{" "}
        <a href={`/plain/${site.key}`} target="_blank" rel="noopener">{`${location.origin}/plain/${site.key}`}</a>
      </p>
      <Switch
        label={t("sites.enabled")}
        description={t("sites.enabledHint")}
        checked={!value.disabled}
        onChange={(event) => change({ disabled: !event.currentTarget.checked })}
      />
    </Block>
  );
}
