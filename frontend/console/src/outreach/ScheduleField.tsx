import { Checkbox, Group, Input } from "@mantine/core";
import { useTexts } from "../i18n/texts";
import type { Day, Schedule } from "../rest/types";
import style from "./Outreach.module.css";

const days: readonly Day[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

export const workingHours: Schedule = { days: ["mon", "tue", "wed", "thu", "fri"], from: 540, to: 1080 };

const dash = "–";

interface Props {
  value: Schedule;
  error: string | undefined;
  change: (value: Schedule) => void;
}

/** Days of the week and hours, of the site's time zone. */
export function ScheduleField({ value, error, change }: Props) {
  const { t } = useTexts();
  return (
    <Input.Wrapper
      labelElement="div"
      label={t("outreach.schedule")}
      description={t("outreach.scheduleHint")}
      error={error}
    >
      <div className={style.schedule}>
        <Checkbox.Group value={value.days} onChange={(chosen) => change({ ...value, days: chosen as Day[] })}>
          <Group gap="sm">
            {days.map((day) => (
              <Checkbox key={day} value={day} label={t(`outreach.day.${day}`)} />
            ))}
          </Group>
        </Checkbox.Group>
        <Group gap="xs">
          <input
            type="time"
            className={style.time}
            aria-label={t("outreach.from")}
            value={clockOf(value.from)}
            onChange={(event) => change({ ...value, from: minuteOf(event.currentTarget.value) })}
          />
          {dash}
          <input
            type="time"
            className={style.time}
            aria-label={t("outreach.to")}
            value={clockOf(value.to % 1440)}
            onChange={(event) => change({ ...value, to: minuteOf(event.currentTarget.value) })}
          />
        </Group>
      </div>
    </Input.Wrapper>
  );
}

/** 09:00 */
export function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** Of a field that is being emptied: midnight. */
export function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes || 0;
}
