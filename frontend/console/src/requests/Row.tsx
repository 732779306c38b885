import { Mail, Phone } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { LocalTime } from "../parts/LocalTime";
import type { KindName, RequestRow } from "../rest/requests";
import { useNow } from "../shell/clock";
import { useConsole } from "../shell/line";
import { follow, pathOf, type Route } from "../shell/route";
import { DueMark } from "./DueMark";
import style from "./Requests.module.css";
import { dayPartOf } from "./times";
import { kindWords, wantedThere, wantedWords, whoOf } from "./words";

interface Props {
  row: RequestRow;
  kinds: readonly KindName[] | undefined;
  selected: boolean;
  /** What the list shows: kept where a row leads. */
  search: string;
}

/** One request of the list: who, what, when and by what time it has to be done. */
export function Row({ row, kinds, selected, search }: Props) {
  const texts = useTexts();
  const { t, language } = texts;
  const now = useNow(60_000);
  const route: Route = { page: "requests", request: row.id };
  const Icon = row.nature === "call" ? Phone : Mail;
  const there = wantedThere(row, texts);
  const kind = kindWords(kinds, row.kind, language);
  const parts =
    row.nature === "letter"
      ? [kind, row.text]
      : [wantedWords(row, now, texts), there && t("requests.thereShort", { time: there }), kind];
  return (
    <li>
      <a
        data-row={row.id}
        href={pathOf(route) + search}
        className={style.row}
        aria-current={selected ? "true" : undefined}
        onClick={(event) => follow(event, route, "", search)}
      >
        <span className={style.nature} data-nature={row.nature}>
          <Icon size={16} role="img" aria-label={t(`requests.nature.${row.nature}`)} />
        </span>
        <span className={style.line}>
          <span className={style.name} dir="auto">
            {whoOf(row, texts)}
          </span>
          <DueMark row={row} />
        </span>
        <span className={style.line}>
          <span className={style.what}>{parts.filter(Boolean).join(" · ")}</span>
        </span>
        <Foot row={row} />
      </a>
    </li>
  );
}

function Foot({ row }: { row: RequestRow }) {
  const { t } = useTexts();
  const owner = useConsole(({ operators, me }) =>
    row.owner === null || row.owner === me ? undefined : operators[row.owner]?.name,
  );
  return (
    <span className={style.foot}>
      {row.zone !== null && (
        <span data-part={dayPartOf(row)}>
          <LocalTime zone={row.zone} />
        </span>
      )}
      {row.attempts > 0 && <span>{t("requests.attempts", { count: row.attempts })}</span>}
      {owner !== undefined && <span>{row.state === "done" ? owner : t("requests.at", { name: owner })}</span>}
      {row.others > 0 && <span className={style.others}>{t("requests.moreOfSame", { count: row.others })}</span>}
    </span>
  );
}
