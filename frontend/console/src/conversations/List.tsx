import { useVirtualizer } from "@tanstack/react-virtual";
import { lazy, Suspense, useDeferredValue, useEffect, useRef, useState } from "react";
import { useTexts } from "../i18n/texts";
import { SkeletonRows } from "../parts/SkeletonRows";
import { useConsole } from "../shell/line";
import style from "./List.module.css";
import { ListHead } from "./ListHead";
import { ListRow } from "./ListRow";
import { sought } from "./names";
import type { Row } from "./rows";
import { useCursor } from "./useCursor";
import { useRows } from "./useRows";

const MentionList = lazy(() => import("../later").then((file) => ({ default: file.MentionList })));

const heights = { section: 36, conversation: 66, empty: 40, more: 44 } as const;

/** All conversations I may see, by section; the arrow keys, J and K walk over them. */
export function List({ open }: { open: string | null }) {
  const texts = useTexts();
  const { t } = texts;
  const [query, setQuery] = useState("");
  const { rows, fold, loadMore } = useRows(sought(useDeferredValue(query), texts));
  const mentioned = useConsole((state) => state.mentions.length > 0);
  const synced = useConsole((state) => state.me !== null);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heights[rows[index]?.kind ?? "conversation"],
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
  });
  const reveal = (key: string) => virtual.scrollToIndex(rows.findIndex((row) => row.key === key));
  const { cursor, press, focus } = useCursor(rows, open, reveal);
  const items = virtual.getVirtualItems();
  const end = rows[items.at(-1)?.index ?? -1];
  const reachedEnd = end?.kind === "more" && end.state === "idle";
  useEffect(() => {
    if (reachedEnd) loadMore();
  }, [reachedEnd, loadMore]);
  return (
    <section className={style.list} aria-label={t("shell.conversations")}>
      <ListHead query={query} setQuery={setQuery} leave={focus} />
      {mentioned && (
        <Suspense fallback={null}>
          <MentionList />
        </Suspense>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the links inside take the focus, their keys bubble up here. */}
      <div ref={scroller} className={style.scroller} onKeyDown={press}>
        {synced ? (
          <div className={style.rows} style={{ height: virtual.getTotalSize() }}>
            {items.map((item) => (
              <div
                key={item.key}
                className={style.place}
                style={{ transform: `translateY(${item.start}px)`, height: item.size }}
              >
                <ListRow row={rows[item.index] as Row} open={open} cursor={cursor} fold={fold} loadMore={loadMore} />
              </div>
            ))}
          </div>
        ) : (
          <SkeletonRows count={8} />
        )}
        {synced && rows.length === 0 && <p className={style.nothing}>{t("list.nothingFound", { query })}</p>}
      </div>
    </section>
  );
}
