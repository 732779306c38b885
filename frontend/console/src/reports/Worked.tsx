import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Clock, Plus, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTexts } from "../i18n/texts";
import { Failure } from "../parts/Failure";
import { Message } from "../parts/Message";
import { SkeletonRows } from "../parts/SkeletonRows";
import { reportQueries } from "../rest/reports";
import { AskedLine } from "./AskedLine";
import { Bar } from "./Bar";
import { type Correcting, CorrectionDialog } from "./CorrectionDialog";
import { Corrections } from "./Corrections";
import { PrintButton } from "./PrintButton";
import { ReportExport } from "./ReportExport";
import style from "./Reports.module.css";
import { useAsked, useErrors } from "./useAsked";
import { useZones } from "./useZones";
import { WorkedOperator } from "./WorkedOperator";

const route = { page: "reports", part: "worktime" } as const;
const lists = ["operators"] as const;

/** How long everybody worked, to the second, with the corrections that somebody signed for. */
export function Worked() {
  const { t } = useTexts();
  const asking = useAsked(route);
  const zones = useZones();
  const { asked, fine, errors, zone, today } = asking;
  const { sites: _, departments: __, ...question } = asking.question as Record<string, string>;
  const worked = useQuery({
    ...reportQueries.worktime(question),
    enabled: fine,
    refetchInterval: asked.until === today ? 30_000 : false,
  });
  const told = { ...useErrors(worked.error), ...errors };
  const wrong = Object.values(told);
  const [correcting, setCorrecting] = useState<Correcting | null>(null);
  const { data } = worked;
  const begin = (operator = asked.operators[0] ?? "", day = asked.until) =>
    setCorrecting({ kind: "new", operator, day });
  return (
    <>
      <header className={style.head}>
        <Bar asking={asking} zones={zones} lists={lists} />
        <div className={style.acts} data-unprinted>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Plus size={15} aria-hidden />}
            disabled={!fine}
            onClick={() => begin()}
          >
            {t("worktime.correct")}
          </Button>
          <ReportExport question={question} group="worktime" disabled={data === undefined} />
          <PrintButton />
        </div>
      </header>
      <div className={style.scroller} aria-busy={worked.isPlaceholderData} data-printed>
        {wrong.length > 0 ? (
          <Message icon={TriangleAlert} title={t("archive.wrong.title")} text={wrong.join(". ")} />
        ) : worked.isError ? (
          <Failure error={worked.error} retry={() => void worked.refetch()} />
        ) : data === undefined ? (
          <SkeletonRows count={6} />
        ) : (
          <>
            {data.operators.length === 0 ? (
              <Message icon={Clock} title={t("worktime.empty")} text={t("reports.emptyHint")} />
            ) : (
              <>
                <AskedLine asking={asking}>{t("worktime.hint")}</AskedLine>
                {data.operators.map(({ operator, days }) => (
                  <WorkedOperator key={operator} operator={operator} days={days} zone={zone} correct={begin} />
                ))}
              </>
            )}
            <Corrections
              corrections={data.corrections}
              zone={zone}
              withdraw={(correction) => setCorrecting({ kind: "withdraw", correction })}
            />
          </>
        )}
      </div>
      {correcting !== null && (
        <CorrectionDialog correcting={correcting} zone={zone} today={today} close={() => setCorrecting(null)} />
      )}
    </>
  );
}
