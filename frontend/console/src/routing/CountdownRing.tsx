import { useState } from "react";
import { useTexts } from "../i18n/texts";
import { serverNow, useNow } from "../shell/clock";
import style from "./CountdownRing.module.css";
import { ringOf } from "./ring";

const radius = 20;
const length = 2 * Math.PI * radius;

/** The time that is left, as a ring that runs out around its seconds. */
export function CountdownRing({ until, small = false }: { until: number; small?: boolean }) {
  const { t } = useTexts();
  const [whole] = useState(() => until - serverNow());
  useNow();
  const { part, seconds, urgency } = ringOf(until, whole, serverNow());
  return (
    <span
      className={style.ring}
      data-urgency={urgency}
      data-small={small || undefined}
      role="timer"
      aria-label={t("ask.left", { count: seconds })}
    >
      <svg viewBox="0 0 48 48" aria-hidden>
        <circle className={style.track} cx="24" cy="24" r={radius} />
        <circle
          className={style.rest}
          cx="24"
          cy="24"
          r={radius}
          strokeDasharray={length}
          strokeDashoffset={length * (1 - part)}
        />
      </svg>
      <span aria-hidden>{seconds}</span>
    </span>
  );
}
