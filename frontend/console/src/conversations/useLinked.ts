import { type RefObject, useEffect, useState } from "react";
import { placeIn } from "./links";

/** What is told about where to go. */
interface Log {
  /** The place looked for; null when none is. */
  readonly wanted: string | null;
  readonly want: (place: string | null) => void;
  readonly box: RefObject<HTMLDivElement | null>;
  readonly loaded: boolean;
  /** There is more above, which is not being fetched already. */
  readonly older: (() => void) | null;
  readonly show: (element: HTMLElement) => void;
  /** Anything that changes when rows do. */
  readonly rows: unknown;
}

/** Which message is to be brought into sight: the one that the address names, or the one told. */
export function useLinkedPlace(): [string | null, (place: string | null) => void] {
  const [wanted, want] = useState(() => placeIn(location.hash));
  useEffect(() => {
    const changed = () => want(placeIn(location.hash));
    window.addEventListener("hashchange", changed);
    return () => window.removeEventListener("hashchange", changed);
  }, []);
  return [wanted, want];
}

/** Brings the message wanted into sight, fetching what lies above as long as it has to; marks it for a moment. */
export function useLinked({ wanted, want, box, loaded, older, show, rows }: Log): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for again whenever the rows are others.
  useEffect(() => {
    if (wanted === null || !loaded) return;
    const element = box.current?.querySelector<HTMLElement>(`[data-seq="${wanted}"]`);
    if (element) {
      show(element);
      box.current?.querySelector("[data-linked]")?.removeAttribute("data-linked");
      // Read anew, so that the mark shows again where it was shown just now.
      void element.offsetWidth;
      element.setAttribute("data-linked", "");
      want(null);
    } else if (older) older();
  }, [wanted, loaded, older === null, rows]);
}
