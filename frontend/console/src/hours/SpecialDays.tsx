import { ActionIcon, Button, Checkbox, TextInput } from "@mantine/core";
import { CalendarPlus, Trash2 } from "lucide-react";
import { useTexts } from "../i18n/texts";
import type { FieldErrors } from "../parts/fieldErrors";
import type { SpecialDay } from "../rest/hours";
import settings from "../settings/Settings.module.css";
import style from "./Hours.module.css";
import { RangesField } from "./RangesField";

const most = 200;

interface Props {
  value: SpecialDay[];
  errors: FieldErrors;
  change: (days: SpecialDay[]) => void;
}

/** Holidays, and days with hours of their own. */
export function SpecialDays({ value, errors, change }: Props) {
  const { t } = useTexts();
  const put = (at: number, part: Partial<SpecialDay>) =>
    change(value.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <>
      <p className={settings.faint}>{t("timetables.special.hint")}</p>
      {value.length > 0 && (
        <ul className={style.week}>
          {value.map((day, at) => {
            const name = day.name || day.date;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: days have no name but their place
              <li key={at} className={style.special}>
                <div className={style.head}>
                  <TextInput
                    type="date"
                    required
                    min="2000-01-01"
                    max="2200-12-31"
                    aria-label={t("timetables.special.date")}
                    value={day.date}
                    error={errors[`days[${at}].date`]}
                    onChange={(event) => put(at, { date: event.currentTarget.value })}
                  />
                  <TextInput
                    aria-label={t("timetables.special.name")}
                    placeholder={t("timetables.special.namePlaceholder")}
                    maxLength={60}
                    value={day.name}
                    error={errors[`days[${at}].name`]}
                    onChange={(event) => put(at, { name: event.currentTarget.value })}
                  />
                  <Checkbox
                    label={t("timetables.special.everyYear")}
                    checked={day.everyYear}
                    onChange={(event) => put(at, { everyYear: event.currentTarget.checked })}
                  />
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={36}
                    aria-label={t("timetables.special.remove", { day: name })}
                    onClick={() => change(value.filter((_, index) => index !== at))}
                  >
                    <Trash2 size={16} aria-hidden />
                  </ActionIcon>
                </div>
                <RangesField
                  day={name}
                  value={day.ranges}
                  error={errors[`days[${at}].ranges`]}
                  change={(ranges) => put(at, { ranges })}
                />
              </li>
            );
          })}
        </ul>
      )}
      {value.length < most && (
        <div>
          <Button
            variant="default"
            leftSection={<CalendarPlus size={16} aria-hidden />}
            onClick={() => change([...value, { date: nextDate(value), everyYear: false, name: "", ranges: [] }])}
          >
            {t("timetables.special.add")}
          </Button>
        </div>
      )}
    </>
  );
}

/** The day after the last of them; today when there is none. */
function nextDate(days: readonly SpecialDay[]): string {
  const last = days.at(-1)?.date ?? "";
  const date = last === "" ? new Date() : new Date(`${last}T12:00`);
  if (last !== "") date.setDate(date.getDate() + 1);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
