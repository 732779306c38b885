import type { ReactNode } from "react";
import { useTexts } from "../i18n/texts";
import { LocalTime } from "../parts/LocalTime";
import type { Visitor } from "../rest/types";
import { serverNow } from "../shell/clock";
import style from "./ClientPanel.module.css";
import { languageName } from "./languageName";

/** What the visitor's browser tells about itself, and how often they came. What isn't known isn't mentioned. */
export function Facts({ visitor, online }: { visitor: Visitor; online: boolean }) {
  const { t, format, language } = useTexts();
  const { browser, system, screen, timeZone } = visitor;
  const now = serverNow();
  const rows: [label: string, value: ReactNode][] = [
    [t("client.visits"), format.number(visitor.visits)],
    [t("client.firstSeen"), format.dayAndTime(visitor.firstSeenAt, now)],
    [t("client.lastSeen"), online ? t("client.nowOnSite") : format.dayAndTime(visitor.lastSeenAt, now)],
    [t("client.localTime"), timeZone === null ? null : <LocalTime key="zone" zone={timeZone} />],
    [t("client.timeZone"), timeZone],
    [t("client.language"), visitor.language === null ? null : languageName(visitor.language, language)],
    [t("client.browser"), browser],
    [t("client.system"), system],
    [t("client.screen"), screen === null ? null : `${screen.width} × ${screen.height}`],
  ];
  return (
    <section className={style.section}>
      <h3 className={style.heading}>{t("client.facts")}</h3>
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
