// biome-ignore-all lint/a11y/useSemanticElements: a table of thousands of rows is drawn in parts, which <table> cannot be.
import type { VisitorRow, VisitorSort } from "@beseda/protocol";
import { UnstyledButton } from "@mantine/core";
import { ArrowDown, ArrowUp } from "lucide-react";
import { memo } from "react";
import { visitorName } from "../conversations/names";
import { useTexts } from "../i18n/texts";
import { Avatar } from "../parts/Avatar";
import { follow, navigate, pathOf, type Route } from "../shell/route";
import { PageCell, PlaceCell, Since, StateCell } from "./cells";
import type { Column } from "./columns";
import style from "./Visitors.module.css";

interface RowProps {
  /** Undefined while it is on its way. */
  row: VisitorRow | undefined;
  index: number;
  open: boolean;
}

interface HeadProps {
  columns: readonly Column[];
  sort: VisitorSort;
  setSort: (sort: VisitorSort) => void;
}

/** Names of the columns; a click sorts, another one turns the order round. */
export function TableHead({ columns, sort, setSort }: HeadProps) {
  const { t } = useTexts();
  const first: Pick<Column, "id" | "label" | "sort"> = { id: "name", label: "visitors.column.name", sort: "name" };
  return (
    <div className={style.header} role="row" tabIndex={-1}>
      {[first, ...columns].map(({ id, label, sort: by }) => {
        const sorted = by !== undefined && sort.by === by;
        const Arrow = sort.descending ? ArrowDown : ArrowUp;
        const order = sort.descending ? "descending" : "ascending";
        return (
          <div key={id} role="columnheader" tabIndex={-1} aria-sort={sorted ? order : undefined}>
            {by === undefined ? (
              t(label)
            ) : (
              <UnstyledButton
                className={style.sorter}
                onClick={() => setSort({ by, descending: sorted ? !sort.descending : by === "since" })}
              >
                {t(label)} {sorted && <Arrow size={13} aria-hidden />}
              </UnstyledButton>
            )}
          </div>
        );
      })}
    </div>
  );
}

/** Drawn again only when something in it changes: scrolling asks for every row at each frame. */
export const TableRow = memo(function TableRow({
  row,
  index,
  open,
  columns,
  gone,
}: RowProps & { columns: readonly Column[]; gone: boolean }) {
  if (row === undefined) return <div className={style.blank} aria-hidden />;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the link inside does the same for the keyboard.
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      className={style.row}
      data-state={row.state}
      data-gone={gone || undefined}
      data-open={open || undefined}
      onClick={() => navigate(routeOf(row.id))}
    >
      <div role="cell">
        <Who row={row} />
      </div>
      {columns.map(({ id, cell }) => (
        <div key={id} role="cell">
          {cell(row)}
        </div>
      ))}
    </div>
  );
});

/** A row on a phone. */
export const Card = memo(function Card({ row, open }: RowProps) {
  const { t } = useTexts();
  if (row === undefined) return <div className={style.blank} aria-hidden />;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the link inside does the same for the keyboard.
    <div
      role="row"
      tabIndex={-1}
      className={style.card}
      data-open={open || undefined}
      onClick={() => navigate(routeOf(row.id))}
    >
      <div className={style.cardLine} role="cell">
        <Who row={row} />
        <StateCell row={row} />
      </div>
      <div className={style.cardLine} role="cell">
        <PageCell page={row.page} />
        <Since at={row.pageSince} />
      </div>
      <div className={style.cardLine} role="cell">
        <span className={style.faint}>
          <PlaceCell place={row.place} />
        </span>
        <span className={style.faint}>{t("visitors.visitsOf", { count: row.visits })}</span>
      </div>
    </div>
  );
});

function Who({ row }: { row: VisitorRow }) {
  const texts = useTexts();
  const name = visitorName(row, texts);
  const route = routeOf(row.id);
  return (
    <span className={style.who}>
      <Avatar id={row.id} name={name} size={24} />
      <a
        className={style.name}
        href={pathOf(route)}
        onClick={(event) => {
          event.stopPropagation();
          follow(event, route);
        }}
      >
        {name}
      </a>
    </span>
  );
}

function routeOf(visitor: string): Route {
  return { page: "visitors", visitor };
}
