import { useQuery } from "@tanstack/react-query";
import { useTexts } from "../i18n/texts";
import { Failure } from "../parts/Failure";
import { type Reached, type ReportQuestion, reportQueries } from "../rest/reports";
import { useConsole } from "../shell/line";
import { DataTable } from "./DataTable";
import { ReportExport } from "./ReportExport";
import style from "./Reports.module.css";
import sold from "./Sold.module.css";

interface GoalRow {
  readonly name: string;
  readonly with: Reached;
  readonly without: Reached;
}

interface Props {
  question: ReportQuestion;
  quiet: boolean;
  /** What is counted as what came of a conversation. */
  means: string;
}

/** What visitors did that the sites wished for, with and without a conversation before; `quiet`: nothing is said where nothing was done. */
export function Sold({ question, quiet, means }: Props) {
  const { t, format } = useTexts();
  const goals = useQuery(reportQueries.goals(question));
  const operators = useConsole((state) => state.operators);
  if (goals.isError) return <Failure error={goals.error} retry={() => void goals.refetch()} />;
  if (goals.data === undefined || (quiet && goals.data.goals.length === 0)) return null;
  const { data } = goals;
  const share = (part: number | null) =>
    part === null
      ? t("reports.none")
      : new Intl.NumberFormat(format.locale, { style: "percent", maximumFractionDigits: 1 }).format(part);
  const worth = ({ value }: Reached) => (value === 0 ? t("reports.none") : format.number(Math.round(value)));
  const column = (side: "with" | "without") =>
    [
      {
        key: side,
        name: t(`reports.goal.${side}`),
        value: (row: GoalRow) => row[side].count,
        cell: (row: GoalRow) => format.number(row[side].count),
      },
      {
        key: `${side}Value`,
        name: t(`reports.goal.${side}Value`),
        value: (row: GoalRow) => row[side].value,
        cell: (row: GoalRow) => worth(row[side]),
      },
    ] as const;
  return (
    <section className={style.panel} aria-label={t("reports.section.goals")}>
      <div className={style.panelHead}>
        <h2>{t("reports.section.goals")}</h2>
        {data.goals.length > 0 && <ReportExport question={question} group="goals" disabled={false} />}
      </div>
      {data.goals.length === 0 ? (
        <p className={style.hint}>{t("reports.goal.none")}</p>
      ) : (
        <>
          <p className={style.hint}>{means}</p>
          <dl className={sold.sums}>
            {(["with", "without"] as const).map((side) => (
              <div key={side}>
                <dt>{t(`reports.goal.${side}`)}</dt>
                <dd>
                  <strong>{share(side === "with" ? data.conversionWith : data.conversionWithout)}</strong>
                  <span>{t("reports.goal.conversionOf", { count: data[side].count, value: worth(data[side]) })}</span>
                </dd>
              </div>
            ))}
          </dl>
          <div className={sold.tables}>
            <DataTable
              label={t("reports.goal")}
              rows={data.goals}
              keyOf={({ name }) => name}
              first={{ key: "with", down: true }}
              columns={[
                { key: "name", name: t("reports.goal"), value: ({ name }) => name, cell: ({ name }) => name },
                ...column("with"),
                ...column("without"),
              ]}
            />
            {data.operators.length > 0 && (
              <DataTable
                label={t("reports.goal.byOperator")}
                rows={data.operators}
                keyOf={({ operator }) => operator}
                first={{ key: "value", down: true }}
                columns={[
                  {
                    key: "name",
                    name: t("reports.one.operator"),
                    value: ({ operator }) => operators[operator]?.name ?? t("person.unknown"),
                    cell: ({ operator }) => operators[operator]?.name ?? t("person.unknown"),
                  },
                  {
                    key: "count",
                    name: t("reports.section.goals"),
                    value: ({ reached }) => reached.count,
                    cell: ({ reached }) => format.number(reached.count),
                  },
                  {
                    key: "value",
                    name: t("reports.goal.value"),
                    value: ({ reached }) => reached.value,
                    cell: ({ reached }) => worth(reached),
                  },
                ]}
              />
            )}
          </div>
        </>
      )}
    </section>
  );
}
