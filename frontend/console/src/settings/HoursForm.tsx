import { Checkbox } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTexts } from "../i18n/texts";
import { clockOf, minuteOf } from "../outreach/ScheduleField";
import { ZoneSelect } from "../parts/ZoneSelect";
import type { Me, WorkDay } from "../rest/me";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import own from "./Me.module.css";
import { SaveBar } from "./SaveBar";
import style from "./Settings.module.css";
import { useForm } from "./useForm";

const week = [1, 2, 3, 4, 5, 6, 7];
const usual = { from: 540, to: 1080 };
const dash = "–";

/** When I work, day by day: colleagues see it, and I am reminded. */
export function HoursForm({ me }: { me: Me }) {
  const { t, language } = useTexts();
  const cache = useQueryClient();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const stored = { ...me.hours, timeZone: me.hours.timeZone || timeZone };
  const form = useForm("hours", stored, ["hours.timeZone", "hours.days.from", "hours.days.to"], async (hours) => {
    const { name, title, locale, theme } = me;
    await request("PUT", "/api/me", { name, title, locale, theme, hours });
    await cache.invalidateQueries({ queryKey: queries.session.queryKey });
  });
  const { value, errors, change } = form;
  const put = (day: WorkDay | null, weekday: number) => {
    const others = value.days.filter((each) => each.weekday !== weekday);
    change({ days: [...others, ...(day === null ? [] : [day])].sort((one, other) => one.weekday - other.weekday) });
  };
  return (
    <form className={style.form} onSubmit={form.submit}>
      <p className={style.faint}>{t("me.hoursHint")}</p>
      <div className={own.week}>
        {week.map((weekday) => (
          <Day
            key={weekday}
            name={dayName(weekday, language)}
            day={value.days.find((each) => each.weekday === weekday)}
            put={(hours) => put(hours === null ? null : { weekday, ...hours }, weekday)}
          />
        ))}
      </div>
      {value.days.length > 0 && (
        <ZoneSelect
          value={value.timeZone}
          error={errors["hours.timeZone"]}
          change={(zone) => change({ timeZone: zone })}
        />
      )}
      <SaveBar form={form} />
    </form>
  );
}

interface DayProps {
  name: string;
  day: WorkDay | undefined;
  put: (hours: { from: number; to: number } | null) => void;
}

function Day({ name, day, put }: DayProps) {
  const { t } = useTexts();
  return (
    <div className={own.day}>
      <Checkbox
        label={name}
        checked={day !== undefined}
        onChange={(event) => put(event.currentTarget.checked ? usual : null)}
      />
      {day === undefined ? (
        <span className={style.faint}>{t("me.dayOff")}</span>
      ) : (
        <span className={own.hours}>
          <input
            type="time"
            aria-label={t("me.hoursFrom", { day: name })}
            value={clockOf(day.from)}
            onChange={(event) => put({ from: minuteOf(event.currentTarget.value), to: day.to })}
          />
          {dash}
          <input
            type="time"
            aria-label={t("me.hoursTo", { day: name })}
            value={clockOf(day.to % 1440)}
            onChange={(event) => put({ from: day.from, to: minuteOf(event.currentTarget.value) })}
          />
        </span>
      )}
    </div>
  );
}

/** Of January 2024, which began with a Monday. */
function dayName(weekday: number, language: string): string {
  const name = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }).format(
    Date.UTC(2024, 0, weekday),
  );
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
