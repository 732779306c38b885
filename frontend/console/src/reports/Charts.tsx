import type { ReactNode } from "react";
import {
  Bar,
  BarChart,
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { useTexts } from "../i18n/texts";
import { Failure } from "../parts/Failure";
import type { FigureName, Meanings } from "../rest/reports";
import style from "./Charts.module.css";
import { DataTable } from "./DataTable";
import { figureText, ticksUpTo } from "./numbers";
import shared from "./Reports.module.css";
import type { Asking } from "./useAsked";
import { type Point, usePoints } from "./usePoints";

const colours: Readonly<Partial<Record<FigureName, string>>> = {
  conversations: "var(--b-accent)",
  missed: "var(--b-late)",
  first_answer_median: "var(--b-accent)",
  first_answer_mean: "var(--b-waiting)",
};

/** How the period went: how much was asked, and how soon it was answered. */
export function Charts({ asking, meanings }: { asking: Asking; meanings: Meanings }) {
  const texts = useTexts();
  const { t } = texts;
  const points = usePoints(asking);
  if (points.error !== null) return <Failure error={points.error} retry={points.retry} />;
  const told = points.points ?? [];
  const longest = told.map(({ figures }) => Math.max(figures.first_answer_mean ?? 0, figures.first_answer_median ?? 0));
  const ticks = ticksUpTo(Math.max(0, ...longest));
  return (
    <div className={style.charts}>
      <Chart
        title={t("reports.section.series")}
        points={told}
        meanings={meanings}
        figures={["conversations", "missed"]}
      >
        <BarChart data={told} margin={margin} accessibilityLayer={false} barGap={1}>
          {frame("count")}
          {bar("conversations")}
          {bar("missed")}
        </BarChart>
      </Chart>
      <Chart
        title={t("reports.section.answers")}
        points={told}
        meanings={meanings}
        figures={["first_answer_median", "first_answer_mean"]}
      >
        <LineChart data={told} margin={margin} accessibilityLayer={false}>
          {frame("time")}
          {line("first_answer_median")}
          {line("first_answer_mean")}
        </LineChart>
      </Chart>
    </div>
  );

  function frame(kind: "count" | "time") {
    const name = kind === "count" ? "conversations" : "first_answer_mean";
    const tick = { fill: "var(--b-text-muted)", fontSize: 12 };
    return [
      <CartesianGrid key="grid" vertical={false} stroke="var(--b-border)" />,
      <XAxis key="x" dataKey="short" tick={tick} tickLine={false} stroke="var(--b-border-strong)" minTickGap={16} />,
      <YAxis
        key="y"
        width={kind === "count" ? 36 : 84}
        tick={tick}
        tickLine={false}
        axisLine={false}
        allowDecimals={false}
        {...(kind === "time" ? { ticks, domain: [0, ticks.at(-1) ?? 0] } : {})}
        tickFormatter={(value: number) => figureText(name, value, texts)}
      />,
      <Tooltip
        key="tip"
        isAnimationActive={false}
        cursor={{ fill: "var(--b-hover)", stroke: "var(--b-border-strong)" }}
        contentStyle={{
          border: "1px solid var(--b-border)",
          borderRadius: 10,
          background: "var(--b-raised)",
          boxShadow: "var(--b-shadow-1)",
          fontSize: 13,
        }}
        itemStyle={{ color: "var(--b-text)" }}
        formatter={(value) => figureText(name, typeof value === "number" ? value : null, texts)}
        labelFormatter={(_, payload) => (payload[0]?.payload as Point | undefined)?.name ?? ""}
      />,
      <Legend
        key="legend"
        iconSize={10}
        itemSorter={null}
        wrapperStyle={{ fontSize: 12 }}
        formatter={(value: string) => <span className={style.legend}>{value}</span>}
      />,
    ];
  }

  function bar(name: FigureName) {
    return (
      <Bar
        dataKey={(point: Point) => point.figures[name]}
        name={meanings[name].name}
        fill={colours[name] ?? ""}
        radius={[3, 3, 0, 0]}
        maxBarSize={28}
        isAnimationActive={false}
      />
    );
  }

  function line(name: FigureName) {
    return (
      <Line
        dataKey={(point: Point) => point.figures[name]}
        name={meanings[name].name}
        stroke={colours[name] ?? ""}
        strokeWidth={2}
        strokeDasharray={name === "first_answer_mean" ? "5 4" : "0"}
        dot={{ r: 2 }}
        connectNulls
        isAnimationActive={false}
      />
    );
  }
}

const margin = { top: 8, right: 8, bottom: 0, left: 0 };

interface ChartProps {
  title: string;
  points: readonly Point[];
  meanings: Meanings;
  figures: readonly FigureName[];
  children: ReactNode;
}

/** A drawing, and the same as a table: for whoever can't see it or wants the numbers. */
function Chart({ title, points, meanings, figures, children }: ChartProps) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <section className={shared.panel} aria-label={title}>
      <div className={shared.panelHead}>
        <h2>{title}</h2>
      </div>
      <div className={style.drawing} aria-hidden>
        <ResponsiveContainer width="100%" height="100%">
          {children}
        </ResponsiveContainer>
      </div>
      <details className={style.table}>
        <summary>{t("reports.asTable")}</summary>
        <DataTable
          label={title}
          rows={points}
          keyOf={({ key }) => key}
          first={{ key: "time", down: false }}
          columns={[
            { key: "time", name: t("reports.time"), value: ({ key }) => key, cell: ({ name }) => name },
            ...figures.map((figure) => ({
              key: figure,
              name: meanings[figure].name,
              value: (point: Point) => point.figures[figure],
              cell: (point: Point) => figureText(figure, point.figures[figure], texts),
            })),
          ]}
        />
      </details>
    </section>
  );
}
