import { Select } from "@mantine/core";
import { useTexts } from "../i18n/texts";
import type { HoursOf, Timetable } from "../rest/hours";
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
