import { Select } from "@mantine/core";
import { languages, useTexts } from "../i18n/texts";
import type { SiteLocale } from "../rest/types";

interface Props {
  value: SiteLocale;
  error: string | undefined;
  change: (locale: SiteLocale) => void;
}

/** Which language a site's window speaks: one of ours, or each visitor's own. */
export function SiteLanguage({ value, error, change }: Props) {
  const { t } = useTexts();
  return (
    <Select
      label={t("field.siteLanguage")}
      data={[
        { value: "auto", label: t("language.auto") },
        ...languages.map((each) => ({ value: each, label: t(`language.${each}`) })),
      ]}
      value={value}
      error={error}
      onChange={(locale) => locale !== null && change(locale as SiteLocale)}
      allowDeselect={false}
      comboboxProps={{ shadow: "md" }}
    />
  );
}
