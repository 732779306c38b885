import { useState } from "react";

/** What was typed and not said yet, by request: it outlives a look at another one. */
const typed = new Map<string, string>();

/** The note beside a request's acts: it goes along with the next one, or is said alone. */
export function useNoteDraft(id: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(typed.get(id) ?? "");
  return [
    text,
    (next) => {
      if (next === "") typed.delete(id);
      else typed.set(id, next);
      setText(next);
    },
  ];
}
