import { Button } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Inbox } from "lucide-react";
import { Fragment } from "react";
import { useTexts } from "../i18n/texts";
import { Failure } from "../parts/Failure";
import { Message } from "../parts/Message";
import { SkeletonRows } from "../parts/SkeletonRows";
import { kindNamesQuery, type RequestRow, requestsQuery } from "../rest/requests";
import { follow, pathOf, type Route, useSearch } from "../shell/route";
import { useIsAdministrator } from "../shell/session";
import { type Filters, soughtBy } from "./filters";
import { ListHead } from "./ListHead";
import style from "./Requests.module.css";
import { Row } from "./Row";
import { dayPartOf } from "./times";

interface Props {
  filters: Filters;
  open: string | null;
  change: (filters: Partial<Filters>) => void;
}

/** The requests that were asked for, a page after the other. */
export function RequestList({ filters, open, change }: Props) {
  const { t } = useTexts();
  const kinds = useQuery(kindNamesQuery).data;
  const search = useSearch();
  const list = useInfiniteQuery({ ...requestsQuery(soughtBy(filters)), placeholderData: keepPreviousData });
  const rows = list.data?.pages.flatMap(({ requests }) => requests);
  // What is done waits for no day.
  const parts = filters.sort === "day_end" && filters.show !== "done" && filters.show !== "all";
  return (
    <section className={style.list} aria-label={t("requests.title")}>
      <ListHead filters={filters} kinds={kinds} change={change} />
      <div className={style.scroller} aria-busy={list.isPlaceholderData}>
        {rows === undefined && !list.isError && <SkeletonRows count={8} />}
        {rows === undefined && list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
        {rows?.length === 0 && <Nothing filters={filters} none={kinds?.length === 0} />}
        <ul className={style.rows}>
          {rows?.map((row, at) => (
            <Fragment key={row.id}>
              {parts && <Part row={row} before={rows[at - 1]} />}
              <Row row={row} kinds={kinds} selected={row.id === open} search={search} />
            </Fragment>
          ))}
        </ul>
        {list.hasNextPage && (
          <div className={style.more}>
            <Button
              variant="default"
              size="compact-sm"
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t("requests.more")}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

/** Those whose day is over stand apart from those who can be called. */
function Part({ row, before }: { row: RequestRow; before: RequestRow | undefined }) {
  const { t } = useTexts();
  const part = dayPartOf(row);
  if (before !== undefined && dayPartOf(before) === part) return null;
  return <li className={style.part}>{t(`requests.day.${part}`)}</li>;
}

/** @param none no kind is set up */
function Nothing({ filters, none }: { filters: Filters; none: boolean }) {
  const { t } = useTexts();
  const mayAdd = useIsAdministrator();
  const settings: Route = { page: "settings", section: "requests", item: null };
  if (none) {
    return (
      <Message icon={Inbox} title={t("requests.noKinds")} text={t("requests.noKindsHint")}>
        {mayAdd && (
          <Button
            variant="default"
            component="a"
            href={pathOf(settings)}
            onClick={(event: React.MouseEvent<HTMLAnchorElement>) => follow(event, settings)}
          >
            {t("requests.addKind")}
          </Button>
        )}
      </Message>
    );
  }
  const filtered = filters.words !== "" || filters.kind !== "";
  if (filtered) return <Message icon={Inbox} title={t("common.nothingFound")} text={t("requests.nothingFoundHint")} />;
  return <Message icon={Inbox} title={t(`requests.none.${filters.show}`)} />;
}
