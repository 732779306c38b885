import type { CSSProperties } from "react";
import { type Texts, useTexts } from "../i18n/texts";
import type { Span, WorkedDay } from "../rest/reports";
import { hoursText } from "./numbers";
import style from "./Worked.module.css";
import { placeIn } from "./worked";

type Stretch = NonNullable<WorkedDay["stretches"]>[number];

interface Props {
  day: Span;
  stretches: readonly Stretch[];
  conversations: readonly Span[];
  zone: string;
}

const quarters = [0, 0.25, 0.5, 0.75, 1] as const;

/** A day from midnight to midnight as a band, and the same as a list. */
export function WorkedBand({ day, stretches, conversations, zone }: Props) {
  const texts = useTexts();
  const { t, format } = texts;
  const clock = new Intl.DateTimeFormat(format.locale, { timeStyle: "medium", timeZone: zone });
  const hour = new Intl.DateTimeFormat(format.locale, { timeStyle: "short", timeZone: zone });
  const spell = (span: Span) => `${clock.format(span.from)} — ${clock.format(span.until)}`;
  const place = (span: Span) => {
    const { left, width } = placeIn(day, span);
    return { left: `${left * 100}%`, width: `${width * 100}%` } satisfies CSSProperties;
  };
  return (
    <div className={style.drawn}>
      <div className={style.band} aria-hidden>
        {quarters.map((quarter) => (
          <span key={quarter} className={style.tick} style={{ left: `${quarter * 100}%` }}>
            {hour.format(day.from + (day.until - day.from) * quarter)}
          </span>
        ))}
        <div className={style.lane}>
          {stretches.map((stretch) => (
            <span
              key={stretch.from}
              data-state={stretch.state}
              style={place(stretch)}
              title={`${stateName(stretch, texts)}: ${spell(stretch)}`}
            />
          ))}
        </div>
        <div className={style.lane} data-thin>
          {conversations.map((span) => (
            <span
              key={span.from}
              data-state="talking"
              style={place(span)}
              title={`${t("worktime.talking")}: ${spell(span)}`}
            />
          ))}
        </div>
      </div>
      <details className={style.list}>
        <summary>{t("worktime.asList", { count: stretches.length })}</summary>
        <ul>
          {stretches.map((stretch) => (
            <li key={stretch.from}>
              <i data-state={stretch.state} aria-hidden /> {spell(stretch)}
              {", "}
              {stateName(stretch, texts)}
              {", "}
              {hoursText(stretch.until - stretch.from, format.locale)}
            </li>
          ))}
          {conversations.map((span) => (
            <li key={`talk${span.from}`}>
              <i data-state="talking" aria-hidden /> {spell(span)}
              {", "}
              {t("worktime.talking")}
              {", "}
              {hoursText(span.until - span.from, format.locale)}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function stateName({ state, cause }: Stretch, { t }: Texts): string {
  if (state === "online") return t("worktime.online");
  const why = cause === "missed" ? "worktime.awayMissed" : cause === "idle" ? "worktime.awayIdle" : "worktime.awayOwn";
  return t("worktime.awayWhy", { why: t(why) });
}
