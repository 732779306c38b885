import { languageNames } from "@beseda/ui/i18n";
import { SegmentedControl, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { type Language, languages, useTexts } from "../i18n/texts";
import type { SiteWords } from "../rest/siteWords";
import type { SiteDraft } from "../rest/types";
import { Block } from "./Page";
import style from "./Settings.module.css";
import type { Form } from "./useForm";

export const wordKeys = ["title", "placeholder", "nobody", "consent"] as const;
const most = { title: 60, placeholder: 80, nobody: 300, consent: 2000 };
export const noWords: SiteWords = { title: "", placeholder: "", nobody: "", consent: "" };

/** What the company says in the window in its own words, a language at a time. */
export function WordFields({ form: { value, errors, change } }: { form: Form<SiteDraft> }) {
  const { t, language: mine } = useTexts();
  const [language, setLanguage] = useState<Language>(value.locale === "auto" ? mine : value.locale);
  const words = { ...noWords, ...value.words?.[language] };
  const put = (key: keyof SiteWords, text: string) => {
    const all = Object.fromEntries(languages.map((each) => [each, value.words?.[each] ?? noWords]));
    change({ words: { ...(all as Record<Language, SiteWords>), [language]: { ...words, [key]: text } } });
  };
  const field = (key: keyof SiteWords) => ({
    label: t(`sites.words.${key}`),
    placeholder: key === "placeholder" || key === "nobody" ? t(`sites.own.${key}.${language}`) : "",
    maxLength: most[key],
    value: words[key],
    error: errors[`words.${language}.${key}`],
    onChange: (event: { currentTarget: { value: string } }) => put(key, event.currentTarget.value),
  });
  return (
    <Block title={t("sites.words")}>
      <p className={style.faint}>{t("sites.wordsHint")}</p>
      <div>
        <SegmentedControl
          aria-label={t("sites.wordsLanguage")}
          value={language}
          onChange={(chosen) => setLanguage(chosen as Language)}
          data={languages.map((each) => ({ value: each, label: languageNames[each] }))}
        />
      </div>
      <TextInput {...field("title")} placeholder={value.name} />
      <TextInput {...field("placeholder")} />
      <Textarea {...field("nobody")} autosize minRows={2} maxRows={6} />
      <Textarea
        {...field("consent")}
        placeholder={value.consentText ?? ""}
        autosize
        minRows={2}
        maxRows={8}
        description={t("sites.words.consentHint")}
      />
    </Block>
  );
}
