import { useEffect, useState } from "react";
import type { FormattedField } from "./FormattedField";

type Field = typeof FormattedField;

let loaded: Field | null = null;

/** The formatting editor, fetched when it is wanted first; null until it is here, and plain text is written meanwhile. */
export function useFormattedField(wanted: boolean, failed: () => void): Field | null {
  const [, redraw] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever hears of the failure is always the same.
  useEffect(() => {
    if (!wanted || loaded !== null) return;
    let here = true;
    import("./FormattedField").then(
      (file) => {
        loaded = file.FormattedField;
        if (here) redraw(true);
      },
      () => here && failed(),
    );
    return () => {
      here = false;
    };
  }, [wanted]);
  return wanted ? loaded : null;
}
