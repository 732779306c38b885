import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { LogItem } from "./logItems";

/** So near to the edge counts as being there. */
const near = 60;

interface Place {
  readonly first: string | undefined;
  readonly last: string | undefined;
  readonly count: number;
  readonly height: number;
}

export interface LogScroll {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  readonly atBottom: boolean;
  /** How many items came while the reader was further up. */
  readonly unseen: number;
  readonly onScroll: () => void;
  readonly toBottom: () => void;
  /** Brings something of it into the middle, where it stays. */
  readonly show: (element: HTMLElement) => void;
}

/**
 * Keeps what is being read where it is. At the bottom the newest stays in view; further up nothing moves: older items
 * are put in above without a jump, newer ones are counted.
 */
export function useLogScroll(items: readonly LogItem[], older: () => void): LogScroll {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const place = useRef<Place>({ first: undefined, last: undefined, count: 0, height: 0 });
  const sticks = useRef(true);
  const top = useRef(0);
  const [atBottom, setAtBottom] = useState(true);
  const [unseen, setUnseen] = useState(0);

  const toBottom = useCallback(() => {
    sticks.current = true;
    box.current?.scrollTo({ top: box.current.scrollHeight });
  }, []);

  const show = useCallback((element: HTMLElement) => {
    sticks.current = false;
    setAtBottom(false);
    element.scrollIntoView({ block: "center" });
  }, []);

  useLayoutEffect(() => {
    const scroller = box.current;
    if (scroller === null) return;
    const before = place.current;
    const texts = items.filter(({ kind }) => kind !== "day");
    const next = { first: texts[0]?.key, last: texts.at(-1)?.key, count: texts.length, height: scroller.scrollHeight };
    place.current = next;
    const isMine = texts.at(-1)?.kind === "text" && isOutgoing(texts.at(-1));
    if (before.count === 0) showStart(scroller, sticks);
    else if (before.first !== next.first) scroller.scrollTop += next.height - before.height;
    else if (before.last !== next.last && isMine) sticks.current = true;
    else if (before.last !== next.last && !sticks.current) setUnseen((count) => count + next.count - before.count);
    if (sticks.current) scroller.scrollTop = scroller.scrollHeight;
  }, [items]);

  useEffect(() => {
    const scroller = box.current;
    if (scroller === null || content.current === null) return;
    const watch = new ResizeObserver(() => {
      if (sticks.current) scroller.scrollTop = scroller.scrollHeight;
      place.current = { ...place.current, height: scroller.scrollHeight };
    });
    watch.observe(scroller);
    watch.observe(content.current);
    return () => watch.disconnect();
  }, []);

  const onScroll = () => {
    const scroller = box.current;
    if (scroller === null) return;
    const here = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < near;
    // What grows below (a font that came, an image) is not the reader going away: only scrolling up is.
    if (here || scroller.scrollTop < top.current) sticks.current = here;
    top.current = scroller.scrollTop;
    setAtBottom(sticks.current);
    if (sticks.current) setUnseen(0);
    if (scroller.scrollTop < 400) older();
  };
  return { box, content, atBottom, unseen, onScroll, toBottom, show };
}

/** On opening: the unread line in the upper third when there is one that doesn't fit, else the bottom. */
function showStart(scroller: HTMLElement, sticks: RefObject<boolean>): void {
  const line = scroller.querySelector<HTMLElement>("[data-unread-line]");
  const top = line === null ? Number.POSITIVE_INFINITY : line.offsetTop - scroller.clientHeight / 3;
  const bottom = scroller.scrollHeight - scroller.clientHeight;
  sticks.current = top >= bottom - near;
  if (!sticks.current) scroller.scrollTop = top;
}

function isOutgoing(item: LogItem | undefined): boolean {
  return item?.kind === "text" && item.text.outgoing !== null;
}
