import { goalWords } from "../conversations/Goals";
import { useTexts } from "../i18n/texts";
import type { Visitor } from "../rest/types";
import { serverNow } from "../shell/clock";
import card from "./VisitorCard.module.css";

const most = 10;

/** What the visitor did that the site wants, and how long after which conversation; nothing where they did nothing. */
export function GoalList({ visitor: { goals, conversations } }: { visitor: Visitor }) {
  const texts = useTexts();
  const { t, format } = texts;
  if (goals.length === 0) return null;
  return (
    <section className={card.section} aria-label={t("goal.list")}>
      <h3 className={card.heading}>{t("goal.list")}</h3>
      {goals.slice(0, most).map((goal) => {
        const before = conversations.find(({ id }) => id === goal.conversation);
        return (
          <p key={`${goal.at} ${goal.name}`}>
            <span dir="auto">{goalWords(goal, before?.closedAt ?? null, texts)}</span>{" "}
            <span className={card.faint}>{format.dayAndTime(goal.at, serverNow())}</span>
          </p>
        );
      })}
    </section>
  );
}
