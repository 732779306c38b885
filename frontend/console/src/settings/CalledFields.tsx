import { languageNames } from "@beseda/ui/i18n";
import { SegmentedControl, TextInput } from "@mantine/core";
import { useState } from "react";
import { type Language, languages, useTexts } from "../i18n/texts";
import type { Called, Me } from "../rest/me";
import own from "./Me.module.css";
import style from "./Settings.module.css";
import type { Form } from "./useForm";

export const calledFields = languages.flatMap((each) => [`translations.${each}.name`, `translations.${each}.title`]);

const same: Called = { name: "", title: "" };

/** Name and title for visitors with a window in another language, one language at a time. */
export function CalledFields({ form }: { form: Form<Pick<Me, "name" | "title" | "translations">> }) {
  const { t, language: mine } = useTexts();
  const { value, errors, change } = form;
  const [language, setLanguage] = useState<Language>(languages.find((each) => each !== mine) ?? mine);
  const wrong = languages.find((each) => calledFields.some((name) => name.includes(`.${each}.`) && errors[name]));
  const shown = wrong ?? language;
  const called = value.translations[shown] ?? same;
  const field = (key: keyof Called) => ({
    label: t(key === "name" ? "field.name" : "field.title"),
    placeholder: value[key],
    maxLength: 100,
    value: called[key],
    error: errors[`translations.${shown}.${key}`],
    onChange: (event: { currentTarget: { value: string } }) =>
      change({ translations: { ...value.translations, [shown]: { ...called, [key]: event.currentTarget.value } } }),
  });
  return (
    <fieldset className={own.group}>
      <legend>{t("me.called")}</legend>
      <p className={style.faint}>{t("me.calledHint")}</p>
      <div>
        <SegmentedControl
          aria-label={t("me.calledLanguage")}
          value={shown}
          onChange={(chosen) => setLanguage(chosen as Language)}
          data={languages.map((each) => ({ value: each, label: languageNames[each] }))}
        />
      </div>
      <div className={style.pair} lang={shown}>
        <TextInput {...field("name")} />
        <TextInput {...field("title")} />
      </div>
    </fieldset>
  );
}
