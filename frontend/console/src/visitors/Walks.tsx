import { Button } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../i18n/texts";
import { PageLink } from "../parts/PageLink";
import type { Walk } from "../rest/types";
import { serverNow } from "../shell/clock";
import card from "../visitor/VisitorCard.module.css";
import style from "./Profile.module.css";

/** So many of a visit's pages are shown at once: who walks far mustn't push everything else off the card. */
const newest = 8;

/** The visits, newest first, each page by page with how long it was looked at; earlier ones open on a click. */
export function Walks({ walks: [latest, ...earlier] }: { walks: readonly Walk[] }) {
  const { t, format } = useTexts();
  const title = (walk: Walk) => format.dayAndTime(walk.startedAt, serverNow());
  return (
    <section className={card.section}>
      <h3 className={card.heading}>{t("profile.walk")}</h3>
      {latest === undefined && <p className={card.faint}>{t("profile.walkEmpty")}</p>}
      {latest !== undefined && (
        <div className={style.walk}>
          <p className={card.faint}>{title(latest)}</p>
          <Steps walk={latest} />
        </div>
      )}
      {earlier.map((walk) => (
        <details key={walk.startedAt} className={style.walk}>
          <summary className={card.faint}>{`${title(walk)} · ${t("profile.pagesOf", { count: walk.pages })}`}</summary>
          <Steps walk={walk} />
        </details>
      ))}
    </section>
  );
}

function Steps({ walk }: { walk: Walk }) {
  const { t, format } = useTexts();
  const [whole, setWhole] = useState(false);
  const from = whole ? 0 : Math.max(0, walk.views.length - newest);
  return (
    <>
      {from > 0 && (
        <Button size="compact-xs" variant="subtle" onClick={() => setWhole(true)}>
          {t("earlier.olderMessages")}
        </Button>
      )}
      <ol className={style.steps}>
        {walk.views.slice(from).map((view, index) => (
          <li key={`${view.at} ${view.url}`}>
            <time>{format.time(view.at)}</time>
            <PageLink page={{ ...view, referrer: "" }} />
            <span className={card.faint}>{lasted(walk, from + index, format.clock)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Until the next page, or until the last sign of the visitor. */
function lasted({ views, lastAt }: Walk, index: number, clock: (milliseconds: number) => string): string {
  const from = views[index]?.at ?? lastAt;
  const until = views[index + 1]?.at ?? lastAt;
  return until > from ? clock(until - from) : "";
}
