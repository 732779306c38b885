import type { Conversation } from "@beseda/protocol";
import { useTexts } from "../i18n/texts";
import { serverNow } from "../shell/clock";
import { follow, pathOf, type Route } from "../shell/route";
import style from "./VisitorCard.module.css";

/** The visitor's other conversations; a click opens one. */
export function EarlierList({ conversations, current }: { conversations: readonly Conversation[]; current: string }) {
  const { t, format } = useTexts();
  const others = conversations.filter(({ id }) => id !== current);
  return (
    <section className={style.section}>
      <h3 className={style.heading}>{t("visitor.earlier")}</h3>
      {others.length === 0 ? (
        <p className={style.faint}>{t("visitor.firstTime")}</p>
      ) : (
        <ul className={style.earlier}>
          {others.map((each) => {
            const route: Route = { page: "conversations", conversation: each.id };
            return (
              <li key={each.id}>
                <a href={pathOf(route)} className={style.conversation} onClick={(event) => follow(event, route)}>
                  <span>{format.dayAndTime(each.openedAt, serverNow())}</span>
                  <span className={style.state} data-state={each.state}>
                    {each.state === "closed"
                      ? ""
                      : t(`visitor.state.${each.state === "active" ? "active" : "waiting"}`)}
                  </span>
                  <span>{each.preview?.text ?? t("row.noMessages")}</span>
                </a>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
