import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { failureText } from "../actions/refusals";
import { useTexts } from "../i18n/texts";
import { ZoneSelect } from "../parts/ZoneSelect";
import { removeTimetable, saveTimetable, type Timetable, type TimetableDraft, timetablesQuery } from "../rest/hours";
import { Block, Page } from "../settings/Page";
import { SaveBar } from "../settings/SaveBar";
import settings from "../settings/Settings.module.css";
import { useForm } from "../settings/useForm";
import { serverNow } from "../shell/clock";
import { navigate } from "../shell/route";
import style from "./Hours.module.css";
import { SpecialDays } from "./SpecialDays";
import { useUsers } from "./useUsers";
import { WeekField } from "./WeekField";
import { stateWords } from "./words";

const days = [...Array(200).keys()];
const fields = [
  "name",
  "timeZone",
  ...days.slice(0, 7).map((at) => `week[${at}]`),
  ...days.flatMap((at) => ["date", "name", "ranges"].map((field) => `days[${at}].${field}`)),
];

const list = () => navigate({ page: "settings", section: "hours", item: null });

/** A timetable, or a new one. */
export function TimetableForm({ timetable }: { timetable: Timetable | null }) {
  const texts = useTexts();
  const { t } = texts;
  const cache = useQueryClient();
  const form = useForm(
    `timetable ${timetable?.id ?? "new"}`,
    timetable === null ? fresh() : draftOf(timetable),
    fields,
    async (draft) => {
      await saveTimetable(timetable?.id ?? null, inOrder(draft));
      await cache.invalidateQueries({ queryKey: timetablesQuery.queryKey });
      if (timetable === null) list();
    },
  );
  const { value, errors, change } = form;
  return (
    <Page title={timetable?.name ?? t("timetables.new")}>
      <form className={settings.form} onSubmit={form.submit} noValidate>
        {timetable !== null && (
          <p className={style.now} data-open={timetable.open || undefined}>
            {stateWords(timetable, serverNow(), texts)}
          </p>
        )}
        <div className={settings.pair}>
          <TextInput
            label={t("timetables.name")}
            placeholder={t("timetables.namePlaceholder")}
            required
            withAsterisk={false}
            maxLength={60}
            value={value.name}
            error={errors.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <ZoneSelect value={value.timeZone} error={errors.timeZone} change={(timeZone) => change({ timeZone })} />
        </div>
        <Block title={t("timetables.week")}>
          <WeekField value={value.week} errors={errors} change={(week) => change({ week })} />
        </Block>
        <Block title={t("timetables.special")}>
          <SpecialDays value={value.days} errors={errors} change={(special) => change({ days: special })} />
        </Block>
        <SaveBar form={form} />
      </form>
      {timetable !== null && <Removal timetable={timetable} />}
    </Page>
  );
}

/** One that somebody goes by stays; removing another asks once more, in place. */
function Removal({ timetable }: { timetable: Timetable }) {
  const texts = useTexts();
  const { t } = texts;
  const cache = useQueryClient();
  const users = useUsers(timetable);
  const [sure, setSure] = useState(false);
  const removal = useMutation({
    mutationFn: () => removeTimetable(timetable.id),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: timetablesQuery.queryKey });
      list();
    },
  });
  return (
    <div className={settings.block}>
      <div className={style.removal}>
        <Button
          variant={sure ? "light" : "subtle"}
          color="red"
          disabled={users !== ""}
          loading={removal.isPending}
          onClick={() => (sure ? removal.mutate() : setSure(true))}
          onBlur={() => setSure(false)}
        >
          {t(sure ? "timetables.removeSure" : "timetables.remove")}
        </Button>
        {users !== "" && <span className={settings.faint}>{t("timetables.used", { users })}</span>}
      </div>
      {removal.isError && (
        <p className={settings.failed} role="alert">
          {failureText(texts, removal.error, {})}
        </p>
      )}
    </div>
  );
}

function fresh(): TimetableDraft {
  const office = [{ from: 540, to: 1080 }];
  return {
    name: "",
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    week: days.slice(0, 7).map((at) => (at < 5 ? office : [])),
    days: [],
  };
}

function draftOf({ name, timeZone, week, days: special }: Timetable): TimetableDraft {
  return { name, timeZone, week, days: special };
}

/** The server wants them by the clock, whatever came first on the screen. */
function inOrder(draft: TimetableDraft): TimetableDraft {
  const sorted = <T extends { from: number }>(ranges: readonly T[]) =>
    [...ranges].sort((one, other) => one.from - other.from);
  return {
    ...draft,
    week: draft.week.map(sorted),
    days: draft.days.map((day) => ({ ...day, ranges: sorted(day.ranges) })),
  };
}
