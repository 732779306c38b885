import type { ReactNode } from "react";
import { useTexts } from "../i18n/texts";
import { PageLink } from "../parts/PageLink";
import { zoneName } from "../parts/zones";
import type { RequestDetail } from "../rest/requests";
import { useNow } from "../shell/clock";
import { follow, pathOf, type Route } from "../shell/route";
import { languageName } from "../visitor/languageName";
import style from "./Detail.module.css";

/** When and whence it came, and what was agreed to. What isn't known isn't mentioned. */
export function Facts({ detail: { request, consents, client } }: { detail: RequestDetail }) {
  const { t, format, language } = useTexts();
  const now = useNow(60_000);
  const rows: [label: string, value: ReactNode][] = [
    [t("requests.arrived"), format.dayAndTime(request.arrivedAt, now)],
    [t("requests.due"), request.dueAt === null ? null : format.dayAndTime(request.dueAt, now)],
    [
      t("requests.page"),
      request.page === "" ? null : <PageLink key="page" page={{ url: request.page, title: "", referrer: "" }} />,
    ],
    [t("visitor.timeZone"), request.zone === null ? null : zoneName(request.zone, now, format.locale)],
    [t("visitor.language"), request.language === "" ? null : languageName(request.language, language)],
    [t("requests.client"), client],
    [t("requests.merged"), request.mergedInto === null ? null : <Merged key="merged" into={request.mergedInto} />],
  ];
  return (
    <>
      <dl className={style.facts}>
        {rows.map(
          ([label, value]) =>
            value !== null && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {consents.map(({ text, version, at, address }) => (
        <details key={`${version} ${text}`} className={style.consent}>
          <summary>{t("requests.consent", { when: format.dayAndTime(at, now) })}</summary>
          <p dir="auto">{text}</p>
          <p className={style.faint}>{t("requests.consentProof", { version, address })}</p>
        </details>
      ))}
    </>
  );
}

function Merged({ into }: { into: string }) {
  const { t } = useTexts();
  const route: Route = { page: "requests", request: into };
  return (
    <a href={pathOf(route)} onClick={(event) => follow(event, route, "", location.search)}>
      {t("requests.mergedInto")}
    </a>
  );
}
