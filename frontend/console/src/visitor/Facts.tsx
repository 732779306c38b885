import type { ReactNode } from "react";
import { useTexts } from "../i18n/texts";
import { LocalTime } from "../parts/LocalTime";
import { zoneName } from "../parts/zones";
import type { Visitor } from "../rest/types";
import { serverNow } from "../shell/clock";
import { languageName } from "./languageName";
import style from "./VisitorCard.module.css";

/** What the visitor's browser tells about itself, and how often they came. What isn't known isn't mentioned. */
export function Facts({ visitor, online }: { visitor: Visitor; online: boolean }) {
  const { t, format, language } = useTexts();
  const { browser, system, screen, timeZone } = visitor;
  const now = serverNow();
  const rows: [label: string, value: ReactNode][] = [
    [t("visitor.visits"), format.number(visitor.visits)],
    [t("visitor.firstSeen"), format.dayAndTime(visitor.firstSeenAt, now)],
    [t("visitor.lastSeen"), online ? t("visitor.nowOnSite") : format.dayAndTime(visitor.lastSeenAt, now)],
    [t("visitor.localTime"), timeZone === null ? null : <LocalTime key="zone" zone={timeZone} />],
    [t("visitor.timeZone"), timeZone && zoneName(timeZone, now, format.locale)],
    [t("visitor.language"), visitor.language === null ? null : languageName(visitor.language, language)],
    [t("visitor.browser"), browser],
    [t("visitor.system"), system],
    [t("visitor.screen"), screen === null ? null : `${screen.width} × ${screen.height}`],
  ];
  return (
    <section className={style.section}>
      <h3 className={style.heading}>{t("visitor.facts")}</h3>
      <dl className={style.facts}>
        {rows
          .filter(([, value]) => value !== null)
          .map(([label, value]) => (
            <Row key={label} label={label} value={value} />
          ))}
      </dl>
    </section>
  );
}

function Row({ label, value }: { label: string; value: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
