import { Select } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTexts } from "../i18n/texts";
import { chooseTimetable, type HoursOf, type Timetable, timetablesQuery } from "../rest/hours";
import { Loaded } from "../settings/Loaded";
import { Block } from "../settings/Page";
import { SaveBar } from "../settings/SaveBar";
import settings from "../settings/Settings.module.css";
import { useForm } from "../settings/useForm";
import { weekWords } from "./words";

/** Which timetable somebody goes by; null for none of their own. */
export function chosenHours(timetables: readonly Timetable[], kind: HoursOf, id: string | undefined): string | null {
  return timetables.find((each) => id !== undefined && each[kind].includes(id))?.id ?? null;
}

interface Props {
  kind: HoursOf;
  timetables: readonly Timetable[];
  value: string | null;
  error: string | undefined;
  change: (timetable: string | null) => void;
}

/** One of the timetables; or always open, or as the site. */
export function HoursSelect({ kind, timetables, value, error, change }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const chosen = timetables.find(({ id }) => id === value);
  return (
    <Select
      label={t(`timetables.choice.${kind}`)}
      description={chosen === undefined ? t("timetables.choiceHint") : weekWords(chosen.week, texts)}
      allowDeselect={false}
      data={[
        { value: "", label: t(`timetables.none.${kind}`) },
        ...timetables.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={value ?? ""}
      error={error}
      onChange={(next) => change(next || null)}
    />
  );
}

/** When a site answers. */
export function SiteHours({ site }: { site: string }) {
  const { t } = useTexts();
  const timetables = useQuery(timetablesQuery);
  return (
    <Block title={t("settings.hours")}>
      <Loaded of={timetables}>{(known) => <Choosing site={site} timetables={known} />}</Loaded>
    </Block>
  );
}

function Choosing({ site, timetables }: { site: string; timetables: readonly Timetable[] }) {
  const cache = useQueryClient();
  const stored = { timetable: chosenHours(timetables, "sites", site) };
  const form = useForm(`hours of site ${site}`, stored, ["timetable"], async ({ timetable }) => {
    await chooseTimetable("sites", site, timetable);
    await cache.invalidateQueries({ queryKey: timetablesQuery.queryKey });
  });
  return (
    <form className={settings.form} onSubmit={form.submit}>
      <HoursSelect
        kind="sites"
        timetables={timetables}
        value={form.value.timetable}
        error={form.errors.timetable}
        change={(timetable) => form.change({ timetable })}
      />
      <SaveBar form={form} />
    </form>
  );
}
