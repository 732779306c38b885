import { useQuery } from "@tanstack/react-query";
import { SearchX, TriangleAlert } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTexts } from "../i18n/texts";
import { Failure } from "../parts/Failure";
import { Message } from "../parts/Message";
import { reportQueries } from "../rest/reports";
import { choices, stepOf } from "./asked";
import { Bar } from "./Bar";
import { Cards, CardsToCome } from "./Cards";
import { Heat } from "./Heat";
import { PrintButton } from "./PrintButton";
import { ReportExport } from "./ReportExport";
import style from "./Reports.module.css";
import { Sold } from "./Sold";
import { Tables } from "./Tables";
import { useAsked, useErrors } from "./useAsked";
import { useZones } from "./useZones";

/** Charts are drawn by a library that nothing else needs. */
const Charts = lazy(() => import("./Charts").then((file) => ({ default: file.Charts })));

const route = { page: "reports", part: null } as const;

/** Figures first, then charts, then tables. */
export function Overview() {
  const { t } = useTexts();
  const asking = useAsked(route);
  const zones = useZones();
  const { question, fine, errors } = asking;
  const summary = useQuery({ ...reportQueries.summary(question), enabled: fine });
  const told = { ...useErrors(summary.error), ...errors };
  const wrong = Object.values(told);
  const empty = summary.data !== undefined && isEmpty(summary.data.figures);
  return (
    <>
      <header className={style.head}>
        <Bar asking={asking} zones={zones} lists={choices} />
        <div className={style.acts} data-unprinted>
          <ReportExport question={question} disabled={!fine || summary.data === undefined} />
          <PrintButton />
        </div>
      </header>
      <div className={style.scroller} aria-busy={summary.isPlaceholderData} data-printed>
        {wrong.length > 0 ? (
          <Message icon={TriangleAlert} title={t("archive.wrong.title")} text={wrong.join(". ")} />
        ) : summary.isError ? (
          <Failure error={summary.error} retry={() => void summary.refetch()} />
        ) : summary.data === undefined ? (
          <CardsToCome />
        ) : (
          <>
            {empty && <Message icon={SearchX} title={t("reports.empty")} text={t("reports.emptyHint")} />}
            {!empty && <Cards summary={summary.data} asking={asking} />}
            {!empty && (
              <>
                <Suspense fallback={<div className={style.chartsToCome} />}>
                  <Charts asking={asking} meanings={summary.data.meanings} />
                </Suspense>
                {stepOf(asking.asked) !== "hour" && <Heat asking={asking} />}
                <Tables asking={asking} meanings={summary.data.meanings} />
              </>
            )}
            <Sold question={question} quiet={empty} means={summary.data.meanings.conversion.means} />
          </>
        )}
      </div>
    </>
  );
}

/** Nothing was asked, nobody came and nobody worked. */
function isEmpty({
  conversations,
  visits,
  worked,
}: {
  conversations: number | null;
  visits: number | null;
  worked: number | null;
}) {
  return [conversations, visits, worked].every((number) => (number ?? 0) === 0);
}
