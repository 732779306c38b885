import { useQuery } from "@tanstack/react-query";
import { useTexts } from "../i18n/texts";
import { kindNamesQuery, type RequestRow } from "../rest/requests";
import { useNow } from "../shell/clock";
import { follow, pathOf, type Route, useSearch } from "../shell/route";
import style from "./Detail.module.css";
import { DueMark } from "./DueMark";
import { kindWords } from "./words";

/** Other requests of the same visitor; a click opens one. */
export function Others({ rows }: { rows: readonly RequestRow[] }) {
  const { t, format, language } = useTexts();
  const now = useNow(60_000);
  const kinds = useQuery(kindNamesQuery).data;
  const search = useSearch();
  return (
    <section aria-label={t("requests.ofSame")}>
      <h3 className={style.heading}>{t("requests.ofSame")}</h3>
      <ul className={style.others}>
        {rows.map((row) => {
          const route: Route = { page: "requests", request: row.id };
          return (
            <li key={row.id}>
              <a href={pathOf(route) + search} onClick={(event) => follow(event, route, "", search)}>
                <b>{kindWords(kinds, row.kind, language) || t(`requests.nature.${row.nature}`)}</b>
                <span className={style.faint}>{format.dayAndTime(row.arrivedAt, now)}</span>
                <span className={style.cut} dir="auto">
                  {row.text}
                </span>
                <DueMark row={row} />
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
