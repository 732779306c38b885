import type { OperatorView } from "@beseda/protocol";
import { CircleDot, CircleMinus, TriangleAlert } from "lucide-react";
import { useTexts } from "../i18n/texts";
import style from "./Board.module.css";
import type { Now } from "./figures";

/** As many as there is room for on a wall. */
const MOST = 30;
const MANY = 12;

/** Who is on line and away, each with a bar of how busy they are. */
export function People({ now, nobody }: { now: Now; nobody: boolean }) {
  const { t } = useTexts();
  const shown = now.present.slice(0, MOST);
  const more = now.present.length - shown.length;
  return (
    <section className={style.people} aria-label={t("operators.title")} data-urgency={nobody ? "late" : "calm"}>
      <p className={style.label}>
        {nobody && <TriangleAlert className={style.mark} aria-label={t("board.late")} role="img" />}
        {t("board.people", { online: now.online, away: now.away, free: now.free })}
      </p>
      <ul className={style.seats} data-many={now.present.length > MANY || undefined}>
        {shown.map((operator) => (
          <Seat key={operator.id} operator={operator} />
        ))}
        {more > 0 && <li className={style.seat}>{t("board.more", { count: more })}</li>}
      </ul>
    </section>
  );
}

function Seat({ operator: { name, state, load, capacity } }: { operator: OperatorView }) {
  const { t } = useTexts();
  const full = state === "online" && load >= capacity;
  const share = Math.min(1, load / Math.max(1, capacity));
  const Sign = state === "online" ? CircleDot : CircleMinus;
  return (
    <li className={style.seat} data-state={state} data-busy={full || undefined}>
      <Sign className={style.mark} aria-label={t(`operators.${state}`)} role="img" />
      <span className={style.name}>{name}</span>
      <span className={style.load}>{t("board.load", { load, capacity })}</span>
      <span className={style.bar} aria-hidden>
        <span style={{ transform: `scaleX(${share})` }} />
      </span>
    </li>
  );
}
