import type { RefObject } from "preact";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Row } from "./rows";

/** So near the end counts as being there, pixels. */
const near = 48;

/** How the list of messages scrolls. */
export interface Scrolling {
  readonly list: RefObject<HTMLDivElement | null>;
  /** The end of the list is on the screen. */
  readonly atEnd: boolean;
  /** Something came below while the visitor was reading above. */
  readonly newer: boolean;
  toEnd(): void;
  scrolled(): void;
}

/**
 * Stays at the end while the visitor is there, never moves what he reads elsewhere, and asks for older messages when he comes
 * to the top, or when there are too few to scroll. An own new message always brings the end back.
 */
export function useScrolling(rows: readonly Row[], older: () => void): Scrolling {
  const list = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const [newer, setNewer] = useState(false);
  const before = useRef({ first: "", last: "", height: 0, atEnd: true });

  const toEnd = useCallback(() => {
    const element = list.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, []);

  const scrolled = () => {
    const element = list.current;
    if (!element) return;
    const end = element.scrollHeight - element.scrollTop - element.clientHeight < near;
    before.current.atEnd = end;
    setAtEnd(end);
    if (end) setNewer(false);
    if (element.scrollTop < near) older();
  };

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const { first, last, height, atEnd: wasAtEnd } = before.current;
    const now = { first: firstKey(rows), last: lastKey(rows), height: element.scrollHeight, atEnd: wasAtEnd };
    const grew = now.last !== last;
    if (wasAtEnd || (grew && isMine(rows))) toEnd();
    else if (first && now.first !== first) element.scrollTop += now.height - height;
    else if (grew) setNewer(true);
    before.current = now;
    if (element.scrollTop < near) older();
  }, [rows, toEnd, older]);

  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const watch = new ResizeObserver(() => before.current.atEnd && toEnd());
    watch.observe(element);
    if (element.firstElementChild) watch.observe(element.firstElementChild);
    return () => watch.disconnect();
  }, [toEnd]);

  return { list, atEnd, newer, toEnd, scrolled };
}

/** Of the first thing said or noted, not of the first row: what is loaded above joins the same day and perhaps the same group. */
function firstKey(rows: readonly Row[]): string {
  const first = rows.find((row) => row.kind !== "day");
  return (first?.kind === "group" ? first.bubbles[0]?.key : first?.key) ?? "";
}

function lastKey(rows: readonly Row[]): string {
  const last = rows.at(-1);
  return (last?.kind === "group" ? last.bubbles.at(-1)?.key : last?.key) ?? "";
}

function isMine(rows: readonly Row[]): boolean {
  const last = rows.at(-1);
  return last?.kind === "group" && last.mine;
}
