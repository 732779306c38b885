import { MultiSelect, TagsInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "../i18n/texts";
import type { FieldErrors } from "../parts/fieldErrors";
import { queries } from "../rest/queries";
import { languageName } from "../visitor/languageName";
import style from "./Settings.module.css";

/** Offered in the list; what else was set stays in it, too. */
const offered =
  "ru uk be kk en de fr es it pt pl cs bg sr ro el tr az hy ka uz tg ky mn et lv lt fi sv nb nl da hu he ar fa hi zh ja ko vi th".split(
    " ",
  );

interface Known {
  languages: string[];
  skills: string[];
}

interface Props {
  value: Known;
  errors: FieldErrors;
  change: (change: Partial<Known>) => void;
}

/** What somebody can do that not everybody can: questions that want it come to them. */
export function AbilityFields({ value, errors, change }: Props) {
  const { t, language } = useTexts();
  const people = useQuery(queries.operators).data ?? [];
  const languages = [...new Set([...offered, ...value.languages])];
  return (
    <div className={style.pair}>
      <MultiSelect
        label={t("people.languages")}
        description={t("people.languagesHint")}
        placeholder={value.languages.length === 0 ? t("people.anyLanguage") : ""}
        searchable
        data={languages.map((each) => ({ value: each, label: languageName(each, language) }))}
        value={value.languages}
        error={errors.languages}
        onChange={(chosen) => change({ languages: chosen })}
      />
      <TagsInput
        label={t("people.skills")}
        description={t("people.skillsHint")}
        placeholder={value.skills.length === 0 ? t("people.skillsExample") : ""}
        data={skillsOf(people)}
        splitChars={[",", ";"]}
        acceptValueOnBlur
        maxTags={30}
        value={value.skills}
        error={errors.skills ?? errors["skills.length"]}
        onChange={(chosen) => change({ skills: chosen })}
      />
    </div>
  );
}

/** Every skill that somebody has, once, in order. */
export function skillsOf(people: readonly Pick<Known, "skills">[]): string[] {
  return [...new Set(people.flatMap(({ skills }) => skills))].sort((one, other) => one.localeCompare(other));
}
