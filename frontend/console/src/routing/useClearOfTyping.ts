import { type RefObject, useEffect, useState } from "react";
import { overlap, takesText } from "./typing";

/** Where the asks stand: in their usual place, or at the other end of the screen because something is being typed there. */
export type Place = "usual" | "other";

/** Keeps a floating thing off the field that is being typed in. `amount` changes when the thing changes its size. */
export function useClearOfTyping(box: RefObject<HTMLElement | null>, amount: number): Place {
  const [place, setPlace] = useState<Place>("usual");
  useEffect(() => {
    if (amount === 0) return;
    const look = () => {
      const field = document.activeElement;
      const own = box.current?.getBoundingClientRect();
      if (own && takesText(field) && overlap(own, field.getBoundingClientRect())) {
        setPlace((now) => (now === "usual" ? "other" : "usual"));
      }
    };
    look();
    document.addEventListener("focusin", look);
    document.addEventListener("input", look);
    return () => {
      document.removeEventListener("focusin", look);
      document.removeEventListener("input", look);
    };
  }, [box, amount]);
  return place;
}
