import { TriangleAlert } from "lucide-react";
import { useTexts } from "../i18n/texts";
import type { Visitor } from "../rest/types";
import card from "../visitor/VisitorCard.module.css";
import style from "./Profile.module.css";
import { disagreement, wholePlace } from "./placeWords";

/** Where the visitor is, whose word that is, and whether others say otherwise; and where the visit came from. */
export function Origin({ visitor: { place, walks } }: { visitor: Visitor }) {
  const texts = useTexts();
  const { t } = texts;
  const visit = walks[0];
  const doubt = place === null ? null : disagreement(place, texts);
  if (place === null && visit === undefined) return null;
  return (
    <section className={card.section}>
      {place !== null && (
        <>
          <h3 className={card.heading}>{t("profile.place")}</h3>
          <p className={style.line}>
            {wholePlace(place)} <span className={card.faint}>{t(`profile.known.${place.source}`)}</span>
          </p>
          {doubt !== null && (
            <p className={style.doubt}>
              <TriangleAlert size={14} aria-hidden />
              <span>{doubt}</span>
            </p>
          )}
          {[place, ...place.others].some(({ source }) => source === "address") && (
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
