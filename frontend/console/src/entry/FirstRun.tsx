import { Alert, Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { type FormEvent, useState } from "react";
import { failureText } from "../actions/refusals";
import { useTexts } from "../i18n/texts";
import { fieldErrors, generalError } from "../parts/fieldErrors";
import { SiteLanguage } from "../parts/SiteLanguage";
import { ZoneSelect } from "../parts/ZoneSelect";
import { asProblem } from "../rest/problem";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { FirstRun as Answers, Session, Site } from "../rest/types";
import { Frame } from "./Frame";
import style from "./Frame.module.css";
import { PasswordField } from "./PasswordField";
import { codeInAddress, codeTyped } from "./setupCode";

const shown = [
  "administrator.name",
  "administrator.email",
  "administrator.password",
  "company",
  "site.name",
  "site.origin",
  "site.origins[0]",
  "site.timeZone",
  "site.locale",
];

/** The very first page of an empty server: who runs it, what the company is called, and where the button will stand. */
export function FirstRun({ done }: { done: (sites: Site[]) => void }) {
  const texts = useTexts();
  const { t } = texts;
  const cache = useQueryClient();
  const [fromAddress] = useState(() => codeInAddress(location.search));
  const [answers, setAnswers] = useState<Answers>(() => ({
    code: fromAddress ?? "",
    administrator: { name: "", email: "", password: "" },
    company: "",
    site: { name: "", origin: "", timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, locale: "auto" },
  }));
  const { administrator, site } = answers;
  const [codeAsked, askCode] = useState(fromAddress === null);
  const setAdministrator = (change: Partial<Answers["administrator"]>) =>
    setAnswers((before) => ({ ...before, administrator: { ...before.administrator, ...change } }));
  const setSite = (change: Partial<Answers["site"]>) =>
    setAnswers((before) => ({ ...before, site: { ...before.site, ...change } }));
  const setUp = useMutation({
    mutationFn: async () => {
      const session = await request<Session>("POST", "/api/setup", answers);
      return { session, sites: await request<Site[]>("GET", "/api/sites") };
    },
    onSuccess: ({ session, sites }) => {
      history.replaceState(null, "", location.pathname);
      done(sites);
      cache.setQueryData(queries.session.queryKey, session);
      cache.setQueryData(queries.setup.queryKey, { needed: false });
    },
    onError: (error) => {
      if (asProblem(error).code === "setup_code_wrong") askCode(true);
      if (asProblem(error).status === 409) void cache.invalidateQueries({ queryKey: queries.setup.queryKey });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setUp.mutate();
  };
  const errors = fieldErrors(setUp.error === null ? null : asProblem(setUp.error), texts);
  const codeRefused = setUp.error !== null && /^setup_code_/.test(asProblem(setUp.error).code);
  const general = codeRefused ? null : generalError(setUp.error, errors, shown, texts);
  const text = (label: string, path: string, value: string, change: (value: string) => void, more: object = {}) => (
    <TextInput
      label={label}
      required
      withAsterisk={false}
      maxLength={200}
      value={value}
      error={errors[path] ?? errors[`${path}s[0]`]}
      onChange={(event) => change(event.currentTarget.value)}
      {...more}
    />
  );
  return (
    <Frame wide title={t("setup.title")} text={t("setup.text")}>
      <form className={style.form} onSubmit={submit} noValidate>
        {codeAsked &&
          text(t("setup.code"), "code", answers.code, (code) => setAnswers({ ...answers, code: codeTyped(code) }), {
            description: t("setup.codeHint"),
            error: codeRefused ? failureText(texts, setUp.error, {}) : undefined,
            autoFocus: true,
            autoComplete: "off",
            autoCapitalize: "none",
            spellCheck: false,
          })}
        {text(t("field.yourName"), "administrator.name", administrator.name, (name) => setAdministrator({ name }), {
          autoComplete: "name",
          autoFocus: !codeAsked,
        })}
        {text(t("field.email"), "administrator.email", administrator.email, (email) => setAdministrator({ email }), {
          type: "email",
          autoComplete: "username",
        })}
        <PasswordField
          value={administrator.password}
          error={errors["administrator.password"]}
          change={(password) => setAdministrator({ password })}
        />
        <h2 className={style.legend}>{t("setup.company")}</h2>
        {text(t("field.company"), "company", answers.company, (company) => setAnswers({ ...answers, company }), {
          autoComplete: "organization",
        })}
        <div className={style.pair}>
          {text(t("field.siteName"), "site.name", site.name, (name) => setSite({ name }), {
            placeholder: t("setup.siteNamePlaceholder"),
          })}
          {text(t("field.origin"), "site.origin", site.origin, (origin) => setSite({ origin }), {
            placeholder: "https://shop.example",
            inputMode: "url",
          })}
        </div>
        <div className={style.pair}>
          <ZoneSelect
            value={site.timeZone}
            error={errors["site.timeZone"]}
            change={(timeZone) => setSite({ timeZone })}
          />
          <SiteLanguage value={site.locale} error={errors["site.locale"]} change={(locale) => setSite({ locale })} />
        </div>
        {general !== null && (
          <Alert color="red" icon={<CircleAlert size={18} />} role="alert">
            {general}
          </Alert>
        )}
        <Button type="submit" size="md" fullWidth loading={setUp.isPending}>
          {t("setup.submit")}
        </Button>
      </form>
    </Frame>
  );
}
