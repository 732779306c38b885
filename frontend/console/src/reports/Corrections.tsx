import { Button } from "@mantine/core";
import { noonOf } from "../archive/days";
import { useTexts } from "../i18n/texts";
import type { Correction } from "../rest/reports";
import { useConsole } from "../shell/line";
import { signedHours } from "./numbers";
import style from "./Reports.module.css";
import worked from "./Worked.module.css";
import { withdrawnOf } from "./worked";

interface Props {
  corrections: readonly Correction[];
  zone: string;
  withdraw: (correction: Correction) => void;
}

/** Who signed for which time, and why; nothing of it ever goes away. */
export function Corrections({ corrections, zone, withdraw }: Props) {
  const { t, format } = useTexts();
  const operators = useConsole((state) => state.operators);
  const nameOf = (id: string) => operators[id]?.name ?? t("person.unknown");
  const withdrawn = withdrawnOf(corrections);
  const day = new Intl.DateTimeFormat(format.locale, { dateStyle: "medium" });
  const time = new Intl.DateTimeFormat(format.locale, { dateStyle: "medium", timeStyle: "short", timeZone: zone });
  if (corrections.length === 0) return null;
  return (
    <section className={style.panel} aria-label={t("worktime.corrections")}>
      <div className={style.panelHead}>
        <h2>{t("worktime.corrections")}</h2>
      </div>
      <ul className={worked.corrections}>
        {corrections.map((correction) => {
          const undone = withdrawn.has(correction.id);
          return (
            <li key={correction.id} data-undone={undone || undefined}>
              <span className={worked.what}>
                <strong>{signedHours(correction.seconds * 1000, format.locale)}</strong>{" "}
                {t(correction.kind === "online" ? "worktime.online" : "worktime.away")}
                {" · "}
                {nameOf(correction.operator)}
                {" · "}
                {day.format(noonOf(correction.day))}
              </span>
              <span>{correction.reason}</span>
              <span className={worked.small}>
                {t("worktime.signed", { who: nameOf(correction.by), when: time.format(correction.at) })}
                {undone && ` · ${t("worktime.withdrawn")}`}
                {correction.withdraws !== null && ` · ${t("worktime.withdraws")}`}
              </span>
              {!undone && correction.withdraws === null && (
                <Button size="compact-xs" variant="subtle" onClick={() => withdraw(correction)} data-unprinted>
                  {t("worktime.withdraw")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
