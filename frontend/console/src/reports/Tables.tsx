import { SegmentedControl, Select, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { numberOf, shifted } from "../archive/days";
import { useChoices } from "../archive/useArchive";
import { type Texts, useTexts } from "../i18n/texts";
import { Failure } from "../parts/Failure";
import { Slowly } from "../parts/Slowly";
import { useNarrow } from "../parts/useNarrow";
import { type FigureName, type Grouping, type Meanings, type ReportRow, reportQueries } from "../rest/reports";
import { useConsole } from "../shell/line";
import { ArchiveLink } from "./ArchiveLink";
import { type Asked, type Narrowed, stepOf } from "./asked";
import { type Column, DataTable } from "./DataTable";
import { shapes } from "./figures";
import { figureText } from "./numbers";
import { ReportExport } from "./ReportExport";
import style from "./Reports.module.css";
import type { Asking } from "./useAsked";
import { timeNames } from "./usePoints";

const usual: readonly FigureName[] = [
  "conversations",
  "taken",
  "missed",
  "first_answer_median",
  "first_answer_mean",
  "first_answer_within",
  "answer_median",
  "late",
  "length_median",
  "messages",
  "ratings",
  "score",
];

const ofWork: readonly FigureName[] = ["worked", "taken_per_hour", "load", "offers_missed"];

const figuresOf: Readonly<Record<Grouping, readonly FigureName[]>> = {
  operator: [...usual, ...ofWork],
  site: ["visits", ...usual],
  department: usual,
  page: usual,
  city: usual,
  source: usual,
  day: ["visits", ...usual, ...ofWork],
  week: ["visits", ...usual, ...ofWork],
  month: ["visits", ...usual, ...ofWork],
};

/** The same figures told apart, row by row. */
export function Tables({ asking, meanings }: { asking: Asking; meanings: Meanings }) {
  const texts = useTexts();
  const { t } = texts;
  const narrow = useNarrow();
  const step = stepOf(asking.asked);
  const groups: readonly Grouping[] = [
    "operator",
    "site",
    "department",
    "page",
    "city",
    "source",
    step === "hour" ? "day" : step,
  ];
  const [chosen, setChosen] = useState<Grouping>("operator");
  const group = groups.includes(chosen) ? chosen : (groups.at(-1) ?? "day");
  const data = groups.map((value) => ({ value, label: t(`reports.group.${value}`) }));
  const rows = useQuery(reportQueries.by(asking.question, group));
  const nameOf = useNames(group, texts);
  const told = (figure: FigureName) => rows.data?.rows.some(({ figures }) => figures[figure] !== null) ?? false;
  const columns: [Column<ReportRow>, ...Column<ReportRow>[]] = [
    { key: "name", name: t(`reports.one.${group}`), value: isTime(group) ? ({ key }) => key : nameOf, cell: nameOf },
    ...figuresOf[group].filter(told).map((figure) => ({
      key: figure,
      ...meanings[figure],
      value: (row: ReportRow) => row.figures[figure],
      cell: (row: ReportRow) => <Cell figure={figure} row={row} group={group} asked={asking.asked} />,
    })),
  ];
  return (
    <section className={style.panel} aria-label={t("reports.section.groups")}>
      <div className={style.panelHead}>
        <h2>{t("reports.section.groups")}</h2>
        {narrow ? (
          <Select
            size="xs"
            aria-label={t("reports.section.groups")}
            data={data}
            value={group}
            allowDeselect={false}
            onChange={(next) => next !== null && setChosen(next as Grouping)}
          />
        ) : (
          <SegmentedControl
            size="xs"
            aria-label={t("reports.section.groups")}
            data={data}
            value={group}
            onChange={(next) => setChosen(next as Grouping)}
            data-unprinted
          />
        )}
        <ReportExport question={asking.question} group={group} disabled={rows.data === undefined} />
      </div>
      <div className={style.rows}>
        {rows.isError ? (
          <Failure error={rows.error} retry={() => void rows.refetch()} />
        ) : rows.data === undefined ? (
          <Slowly>
            <Skeleton height={240} />
          </Slowly>
        ) : (
          <>
            <DataTable
              key={group}
              label={t(`reports.group.${group}`)}
              columns={columns}
              rows={rows.data.rows}
              keyOf={({ key }) => key}
              first={isTime(group) ? { key: "name", down: true } : { key: "conversations", down: true }}
            />
            {rows.data.rows.length === 0 && <p className={style.hint}>{t("reports.empty")}</p>}
            {rows.data.more && <p className={style.hint}>{t("reports.more", { count: rows.data.rows.length })}</p>}
          </>
        )}
      </div>
    </section>
  );
}

function isTime(group: Grouping): group is "day" | "week" | "month" {
  return group === "day" || group === "week" || group === "month";
}

/** What a row is called. */
function useNames(group: Grouping, { t, format }: Texts): (row: ReportRow) => string {
  const operators = useConsole((state) => state.operators);
  const sites = useConsole((state) => state.sites);
  const departments = useConsole((state) => state.departments);
  const cities = useChoices()?.cities;
  return ({ key }) => {
    if (key === "") return t("reports.noKey");
    switch (group) {
      case "operator":
        return operators[key]?.name ?? t("person.unknown");
      case "site":
        return sites.find(({ id }) => id === key)?.name ?? t("reports.noKey");
      case "department":
        return departments.find(({ id }) => id === key)?.name ?? t("reports.noKey");
      case "city":
        return cities?.find(({ name }) => name === key)?.label ?? key;
      case "page":
        return key.replace(/^https?:\/\//, "");
      case "source":
        return key;
      case "day":
      case "week":
      case "month":
        return timeNames(key, group, format.locale).name;
    }
  };
}

interface CellProps {
  figure: FigureName;
  row: ReportRow;
  group: Grouping;
  asked: Asked;
}

function Cell({ figure, row, group, asked }: CellProps) {
  const texts = useTexts();
  const value = row.figures[figure];
  const text = figureText(figure, value, texts);
  const { archive } = shapes[figure];
  const place = placeOf(row.key, group, asked);
  if (archive === null || place === null || value === null || value === 0) return text;
  return (
    <ArchiveLink asked={asked} narrowed={{ ...archive, ...place }}>
      {text}
    </ArchiveLink>
  );
}

/** What the archive is asked for to show the conversations of a row; null where it can't be asked. */
export function placeOf(key: string, group: Grouping, asked: Asked): Narrowed | null {
  if (key === "") return null;
  switch (group) {
    case "operator":
      return { operators: key };
    case "site":
      return { sites: key };
    case "department":
      return { departments: key };
    case "page":
    case "city":
    case "source":
      return { [group]: key };
    case "day":
      return { from: key, until: key };
    case "week":
      return within(key, shifted(key, 6), asked);
    case "month":
      return within(key, shifted(`${shifted(key, 31).slice(0, 8)}01`, -1), asked);
  }
}

function within(from: string, until: string, asked: Asked): Narrowed {
  const later = (one: string, other: string) => ((numberOf(one) ?? 0) > (numberOf(other) ?? 0) ? one : other);
  return { from: later(from, asked.from), until: later(until, asked.until) === until ? asked.until : until };
}
