import { VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { CSSProperties } from "react";
import { hours, weekdayName, weekdays } from "../archive/hours";
import { useTexts } from "../i18n/texts";
import { Failure } from "../parts/Failure";
import { reportQueries } from "../rest/reports";
import { ArchiveLink } from "./ArchiveLink";
import style from "./Heat.module.css";
import shared from "./Reports.module.css";
import type { Asking } from "./useAsked";

/** When visitors ask: a table whose ground tells at a glance what its numbers tell exactly. */
export function Heat({ asking: { asked, question } }: { asking: Asking }) {
  const { t, format } = useTexts();
  const heat = useQuery(reportQueries.heat(question));
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
                  <th scope="row" title={weekdayName(format.locale, weekday, "long")}>
                    {weekdayName(format.locale, weekday, "short")}
                  </th>
                  {hours.map((hour) => {
                    const count = counts.get(weekday * 24 + hour) ?? 0;
                    const share = count === 0 ? 0 : 12 + Math.round(48 * Math.sqrt(count / most));
                    const day = weekdayName(format.locale, weekday, "long");
                    const title = t("reports.heatCell", { day, hour, count });
                    return (
                      <td key={hour} style={{ "--heat": `${share}%` } as CSSProperties} title={title}>
                        {count === 0 ? (
                          <VisuallyHidden>{count}</VisuallyHidden>
                        ) : (
                          <ArchiveLink
                            asked={asked}
                            narrowed={{ weekdays: `${weekday}`, hours: `${hour}` }}
                            label={title}
                          >
                            {format.number(count)}
                          </ArchiveLink>
                        )}
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
