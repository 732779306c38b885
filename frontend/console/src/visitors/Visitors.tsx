import { Button } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { UsersRound } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { useTexts } from "../i18n/texts";
import { Message } from "../parts/Message";
import { SkeletonRows } from "../parts/SkeletonRows";
import { useNarrow } from "../parts/useNarrow";
import { navigate } from "../shell/route";
import { columns, widthOf } from "./columns";
import { Head } from "./Head";
import { NoCities } from "./NoCities";
import { Profile } from "./Profile";
import { Card, TableHead, TableRow } from "./rows";
import { EVERYBODY, type Range, useMemory, useVisitors } from "./useVisitors";
import style from "./Visitors.module.css";

const heights = { row: 40, card: 86 } as const;
const standard = columns.filter((column) => column.standard).map(({ id }) => id);

/** Everybody on the sites now: one wide live table, cards on a phone; a row opens what is known of the visitor. */
export function Visitors({ open }: { open: string | null }) {
  const { t } = useTexts();
  const narrow = useNarrow();
  const [range, setRange] = useState<Range>({ first: 0, last: 30 });
  const [hovered, setHovered] = useState(false);
  const [chosen, choose] = useMemory("visitors.columns", standard);
  const list = useVisitors(range, hovered);
  const { known, shown, sort, setSort, filter, search } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const total = known === null ? 0 : Math.max(known.total, known.from + shown.rows.length);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => (narrow ? heights.card : heights.row),
    overscan: 6,
    onChange: ({ range: seen }) => {
      if (seen === null) return;
      // Another window is asked for in steps, not at every pixel.
      const first = Math.floor(seen.startIndex / 10) * 10;
      const last = Math.ceil((seen.endIndex + 1) / 10) * 10;
      setRange((before) => (before.first === first && before.last === last ? before : { first, last }));
    },
  });
  const visible = useMemo(() => columns.filter(({ id }) => chosen.includes(id)), [chosen]);
  const filtered = search !== "" || JSON.stringify(filter) !== JSON.stringify(EVERYBODY);
  const everybody = () => {
    list.setSearch("");
    list.setFilter(EVERYBODY);
  };
  return (
    <div className={style.screen}>
      <Head total={known?.total ?? null} {...list} chosen={chosen} choose={choose} narrow={narrow} />
      <NoCities />
      {known === null && <SkeletonRows count={10} />}
      {known !== null && total === 0 && (
        <Message
          icon={UsersRound}
          title={t(filtered ? "visitors.nobodyFound" : "visitors.nobody")}
          text={t(filtered ? "visitors.nobodyFoundHint" : "visitors.nobodyHint")}
        >
          {filtered && (
            <Button variant="default" onClick={everybody}>
              {t("visitors.everybody")}
            </Button>
          )}
        </Message>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a table of thousands of rows is drawn in parts, which <table> cannot be. */}
      <div
        ref={scroller}
        className={style.scroller}
        role="table"
        hidden={total === 0}
        aria-label={t("shell.visitors")}
        aria-rowcount={total + 1}
        style={
          {
            "--columns": visible.map(({ width }) => width).join(" "),
            "--width": widthOf(visible),
          } as React.CSSProperties
        }
      >
        {!narrow && <TableHead columns={visible} sort={sort} setSort={setSort} />}
        {/* biome-ignore lint/a11y/useSemanticElements: see above. */}
        <div
          className={style.rows}
          role="rowgroup"
          style={{ height: virtual.getTotalSize() }}
          onPointerEnter={(event) => setHovered(event.pointerType === "mouse")}
          onPointerLeave={() => setHovered(false)}
        >
          {virtual.getVirtualItems().map(({ index, start, size }) => {
            const row = known === null ? undefined : shown.rows[index - known.from];
            const place = { transform: `translateY(${start}px)`, height: size };
            const props = { row, index, open: row !== undefined && row.id === open };
            return (
              <div key={row?.id ?? index} role="presentation" className={style.place} style={place}>
                {narrow ? (
                  <Card {...props} />
                ) : (
                  <TableRow {...props} columns={visible} gone={row !== undefined && shown.gone.has(row.id)} />
                )}
              </div>
            );
          })}
        </div>
      </div>
      {shown.come > 0 && (
        <Button className={style.come ?? ""} size="compact-sm" radius="xl" onClick={list.release}>
          {t("visitors.come", { count: shown.come })}
        </Button>
      )}
      {open !== null && <Profile key={open} id={open} close={() => navigate({ page: "visitors", visitor: null })} />}
    </div>
  );
}
