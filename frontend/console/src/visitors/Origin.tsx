import { TriangleAlert } from "lucide-react";
import { useTexts } from "../i18n/texts";
import type { Visitor } from "../rest/types";
import card from "../visitor/VisitorCard.module.css";
import style from "./Profile.module.css";

/** Where the visitor is, whose word that is, and whether others say otherwise; and where the visit came from. */
export function Origin({ visitor: { place, walks } }: { visitor: Visitor }) {
  const { t } = useTexts();
  const visit = walks[0];
  if (place === null && visit === undefined) return null;
  return (
    <section className={card.section}>
      {place !== null && (
        <>
          <h3 className={card.heading}>{t("profile.place")}</h3>
          <p className={style.line}>
            {[place.city, place.region, place.country].filter((part) => part !== null).join(", ")}{" "}
            <span className={card.faint}>{t(`profile.known.${place.source}`)}</span>
          </p>
          {place.doubtful && (
            <p className={style.doubt}>
              <TriangleAlert size={14} aria-hidden /> {t("visitors.doubtful")}
            </p>
          )}
          {place.source === "address" && (
            <a className={style.attribution} href="https://db-ip.com" target="_blank" rel="noopener noreferrer">
              {t("profile.attribution")}
            </a>
          )}
        </>
      )}
      {visit !== undefined && (
        <dl className={card.facts}>
          <dt>{t("profile.source")}</dt>
          <dd>{visit.source === "" ? t("visitors.direct") : visit.source}</dd>
          {visit.campaign !== null && (
            <>
              <dt>{t("profile.campaign")}</dt>
              <dd>{visit.campaign}</dd>
            </>
          )}
        </dl>
      )}
    </section>
  );
}
