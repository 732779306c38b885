import type { Conversation } from "@beseda/protocol";
import { useQuery } from "@tanstack/react-query";
import { Target } from "lucide-react";
import { type Texts, useTexts } from "../i18n/texts";
import { queries } from "../rest/queries";
import type { VisitorGoal } from "../rest/types";
import style from "./Rated.module.css";

const minute = 60_000;

/** What the site wanted and the visitor did after a conversation that is over; nothing where nothing followed. */
export function Goals({ conversation: { id, state, visitor, closedAt } }: { conversation: Conversation }) {
  const texts = useTexts();
  const { data } = useQuery({ ...queries.visitor(visitor.id), enabled: state === "closed" });
  const goals = (data?.goals ?? []).filter(({ conversation }) => conversation === id).reverse();
  if (state !== "closed" || goals.length === 0) return null;
  return (
    <section className={style.rated} aria-label={texts.t("goal.title")}>
      {goals.map((goal) => (
        <p key={`${goal.at} ${goal.name}`} className={style.score}>
          <Target size={15} aria-hidden />
          {goalWords(goal, closedAt, texts)}
        </p>
      ))}
    </section>
  );
}

/** "Цель: order, 1 200, 12 мин после". */
export function goalWords({ at, name, value }: VisitorGoal, after: number | null, { t, format }: Texts): string {
  const worth = value === null ? "" : `, ${format.number(value)}`;
  if (after === null || at < after) return t("goal.during", { name, worth });
  return t("goal.after", {
    name,
    worth,
    time: format.duration(Math.max(1, Math.round((at - after) / minute)) * minute),
  });
}
