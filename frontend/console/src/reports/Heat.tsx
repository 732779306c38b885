import { VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { CSSProperties } from "react";
import { useTexts } from "../i18n/texts";
import { Failure } from "../parts/Failure";
import { type ReportQuestion, reportQueries } from "../rest/reports";
import style from "./Heat.module.css";
import shared from "./Reports.module.css";

/** A Monday, for the names of the days. */
const monday = Date.UTC(2026, 0, 5, 12);
const dayLength = 86_400_000;
const hours = Array.from({ length: 24 }, (_, hour) => hour);
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** When visitors ask: a table whose ground tells at a glance what its numbers tell exactly. */
export function Heat({ question }: { question: ReportQuestion }) {
  const { t, format } = useTexts();
  const heat = useQuery(reportQueries.heat(question));
  const names = new Intl.DateTimeFormat(format.locale, { weekday: "short", timeZone: "UTC" });
  const full = new Intl.DateTimeFormat(format.locale, { weekday: "long", timeZone: "UTC" });
  const counts = new Map(
    heat.data?.hours.map(({ weekday, hour, figures }) => [weekday * 24 + hour, figures.conversations ?? 0]),
  );
  const most = Math.max(1, ...counts.values());
  return (
    <section className={shared.panel} aria-label={t("reports.section.heat")}>
      <div className={shared.panelHead}>
        <h2>{t("reports.section.heat")}</h2>
      </div>
      <p className={shared.hint}>{t("reports.heatHint")}</p>
      {heat.isError ? (
        <Failure error={heat.error} retry={() => void heat.refetch()} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className={style.scroller} aria-label={t("reports.heatHint")} tabIndex={0}>
          <table className={style.heat}>
            <thead>
              <tr>
                <td />
                {hours.map((hour) => (
                  <th key={hour} scope="col">
                    {hour}
                    <VisuallyHidden>{":00"}</VisuallyHidden>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weekdays.map((weekday) => (
                <tr key={weekday}>
                  <th scope="row" title={full.format(monday + (weekday - 1) * dayLength)}>
                    {names.format(monday + (weekday - 1) * dayLength)}
                  </th>
                  {hours.map((hour) => {
                    const count = counts.get(weekday * 24 + hour) ?? 0;
                    const share = count === 0 ? 0 : 12 + Math.round(48 * Math.sqrt(count / most));
                    const day = full.format(monday + (weekday - 1) * dayLength);
                    return (
                      <td
                        key={hour}
                        style={{ "--heat": `${share}%` } as CSSProperties}
                        title={t("reports.heatCell", { day, hour, count })}
                      >
                        {count === 0 ? <VisuallyHidden>{count}</VisuallyHidden> : format.number(count)}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
