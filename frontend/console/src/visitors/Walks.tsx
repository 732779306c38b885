import { useTexts } from "../i18n/texts";
import { PageLink } from "../parts/PageLink";
import type { Walk } from "../rest/types";
import { serverNow } from "../shell/clock";
import card from "../visitor/VisitorCard.module.css";
import style from "./Profile.module.css";

/** The visits, newest first, each page by page with how long it was looked at. */
export function Walks({ walks }: { walks: readonly Walk[] }) {
  const { t, format } = useTexts();
  return (
    <section className={card.section}>
      <h3 className={card.heading}>{t("profile.walk")}</h3>
      {walks.length === 0 && <p className={card.faint}>{t("profile.walkEmpty")}</p>}
      {walks.map((walk) => (
        <div key={walk.startedAt} className={style.walk}>
          <p className={card.faint}>{format.dayAndTime(walk.startedAt, serverNow())}</p>
          <ol className={style.steps}>
            {walk.views.map((view, index) => (
              <li key={`${view.at} ${view.url}`}>
                <time>{format.time(view.at)}</time>
                <PageLink page={{ ...view, referrer: "" }} />
                <span className={card.faint}>{lasted(walk, index, format.clock)}</span>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

/** Until the next page, or until the last sign of the visitor. */
function lasted({ views, lastAt }: Walk, index: number, clock: (milliseconds: number) => string): string {
  const from = views[index]?.at ?? lastAt;
  const until = views[index + 1]?.at ?? lastAt;
  return until > from ? clock(until - from) : "";
}
