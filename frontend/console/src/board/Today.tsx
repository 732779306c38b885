import { TriangleAlert } from "lucide-react";
import { useLateness } from "../conversations/useLateness";
import { type Texts, useTexts } from "../i18n/texts";
import { useNow } from "../shell/clock";
import style from "./Board.module.css";
import { concernOf, type Figures } from "./figures";
import { useToday } from "./useToday";

const shown = ["conversations", "missed", "first_answer_median", "late", "score"] as const satisfies (keyof Figures)[];
/** Older figures than this are no longer those of now. */
const OLD = 150_000;

/** What the day has come to. */
export function Today({ site }: { site: string | null }) {
  const texts = useTexts();
  const { t, format } = texts;
  const lateness = useLateness();
  const { data, dataUpdatedAt, isError } = useToday(site);
  const now = useNow(5_000);
  const old = data === undefined ? isError : now - dataUpdatedAt > OLD;
  return (
    <section className={style.today} aria-label={t("board.today")}>
      <p className={style.label} data-old={old || undefined}>
        {old && <TriangleAlert className={style.mark} aria-hidden />}
        {t("board.today")}
        {data !== undefined && <span>{t("board.asOf", { time: format.time(dataUpdatedAt) })}</span>}
        {data === undefined && isError && <span>{t("board.unread")}</span>}
      </p>
      <dl className={style.figures}>
        {shown.map((name) => {
          const value = data?.figures[name] ?? null;
          const concern = data === undefined ? "calm" : concernOf(name, value, data.figures, lateness);
          return (
            <div key={name} className={style.figure} data-urgency={concern}>
              <dt>{t(`board.figure.${name}`)}</dt>
              <dd>
                {concern !== "calm" && (
                  <TriangleAlert className={style.mark} aria-label={t(`board.${concern}`)} role="img" />
                )}
                {written(name, value, texts)}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function written(name: keyof Figures, value: number | null, { format }: Texts): string {
  if (value === null) return "—";
  if (name === "first_answer_median") return format.duration(value);
  return format.number(name === "score" ? Math.round(value * 10) / 10 : value);
}
