import { Button } from "@mantine/core";
import { useIntersection } from "@mantine/hooks";
import { SearchX, StickyNote } from "lucide-react";
import { useEffect } from "react";
import { useTexts } from "../i18n/texts";
import { Failure } from "../parts/Failure";
import { Message } from "../parts/Message";
import { SkeletonRows } from "../parts/SkeletonRows";
import type { ArchiveHit, ArchiveRow } from "../rest/archive";
import { serverNow } from "../shell/clock";
import { useConsole } from "../shell/line";
import { follow, pathOf } from "../shell/route";
import style from "./Found.module.css";
import { Marked } from "./Marked";
import { operatorsOf, pageName, visitorOf } from "./names";
import { Signs } from "./Signs";
import sign from "./Signs.module.css";
import type { Archived } from "./useArchive";

interface Props {
  archived: Archived;
  open: string | null;
  clear: () => void;
  /** Looks for the same words longer ago; left out where that has been done. */
  widen: (() => void) | undefined;
}

/** The conversations found; the next ones come when the end of the list comes into sight. */
export function Found({ archived: { found, rows }, open, clear, widen }: Props) {
  const { t } = useTexts();
  const { ref, entry } = useIntersection({ rootMargin: "600px" });
  const near = entry?.isIntersecting === true;
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = found;
  useEffect(() => {
    if (near && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [near, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  if (found.data === undefined) {
    if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
    return <SkeletonRows count={8} />;
  }
  if (rows.length === 0) {
    return (
      <Message icon={SearchX} title={t("archive.nothing")} text={t("archive.nothingHint")}>
        {widen !== undefined && <Button onClick={widen}>{t("archive.lastYear")}</Button>}
        <Button variant="default" onClick={clear}>
          {t("archive.clear")}
        </Button>
      </Message>
    );
  }
  return (
    <>
      <ul className={style.found} aria-label={t("archive.results")}>
        {rows.map((row) => (
          <FoundRow key={row.id} row={row} open={row.id === open} />
        ))}
      </ul>
      {isFetchNextPageError && <Failure error={found.error} retry={() => void fetchNextPage()} />}
      {hasNextPage && !isFetchNextPageError && (
        <div ref={ref} className={style.more} data-unprinted>
          <Button variant="subtle" size="compact-sm" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t("archive.more")}
          </Button>
        </div>
      )}
    </>
  );
}

function FoundRow({ row, open }: { row: ArchiveRow; open: boolean }) {
  const texts = useTexts();
  const { t, format } = texts;
  const operators = useConsole((state) => state.operators);
  const site = useConsole((state) => (state.sites.length > 1 ? state.sites.find(({ id }) => id === row.site) : null));
  const route = { page: "archive", conversation: row.id } as const;
  const facts = [site?.name, row.city, pageName(row), t("archive.messages", { count: row.messages })];
  const first = row.hits[0];
  const hash = first === undefined ? "" : first.side === "note" ? `#note-${first.seq}` : `#m${first.seq}`;
  return (
    <li>
      <a
        className={style.row}
        href={`${pathOf(route)}${location.search}${hash}`}
        aria-current={open || undefined}
        data-row={row.id}
        onClick={(event) => follow(event, route, hash, location.search)}
      >
        <span className={style.rowHead}>
          <span className={sign.name}>{visitorOf(row, texts)}</span>
          <time className={style.when}>{format.dayAndTime(row.openedAt, serverNow())}</time>
        </span>
        <span className={sign.facts}>
          {row.operators.length > 0 && <b>{operatorsOf(row, operators, texts)}</b>}
          {facts.flatMap((fact) => (fact ? <span key={fact}>{fact}</span> : []))}
        </span>
        <Signs row={row} />
        {row.hits.map((hit) => (
          <Hit key={`${hit.side} ${hit.seq}`} hit={hit} />
        ))}
      </a>
    </li>
  );
}

function Hit({ hit: { side, operator, text, marks } }: { hit: ArchiveHit }) {
  const { t } = useTexts();
  const name = useConsole((state) => (operator === null ? undefined : state.operators[operator]?.name));
  return (
    <span className={style.hit} data-side={side}>
      {side === "note" && <StickyNote size={12} role="img" aria-label={t("note.head")} />}
      {side !== "visitor" && <span className={style.hitBy}>{name ?? t("person.unknown")}</span>}
      <Marked text={text} marks={marks} />
    </span>
  );
}
