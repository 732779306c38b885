import { ActionIcon, Menu } from "@mantine/core";
import { Copy } from "lucide-react";
import { useTexts } from "../i18n/texts";
import type { FieldErrors } from "../parts/fieldErrors";
import type { Range } from "../rest/hours";
import style from "./Hours.module.css";
import { RangesField } from "./RangesField";
import { dayName } from "./words";

const workdays = 5;

interface Props {
  value: Range[][];
  errors: FieldErrors;
  change: (week: Range[][]) => void;
}

/** The hours of each day of the week; those of one are taken over for others. */
export function WeekField({ value, errors, change }: Props) {
  const { t, language } = useTexts();
  const put = (ranges: Range[], wanted: (at: number) => boolean) =>
    change(value.map((each, at) => (wanted(at) ? ranges : each)));
  return (
    <ul className={style.week}>
      {value.map((ranges, at) => {
        const day = dayName(at, language, "long");
        return (
          <li key={day} className={style.day}>
            <span className={style.dayName}>{day}</span>
            <RangesField
              day={day}
              value={ranges}
              error={errors[`week[${at}]`]}
              change={(next) => put(next, (index) => index === at)}
            />
            <span className={style.acts}>
              <Menu position="bottom-end" shadow="md">
                <Menu.Target>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t("timetables.copy", { day })}
                    title={t("timetables.copy", { day })}
                  >
                    <Copy size={15} aria-hidden />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => put(ranges, (index) => index < workdays)}>
                    {t("timetables.copy.workdays")}
                  </Menu.Item>
                  <Menu.Item onClick={() => put(ranges, () => true)}>{t("timetables.copy.all")}</Menu.Item>
                </Menu.Dropdown>
              </Menu>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
