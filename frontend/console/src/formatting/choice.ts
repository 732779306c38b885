import { useState } from "react";
import { useSession } from "../shell/session";
import { remember, remembered } from "../theme/memory";

/** Whether the operator writes with formatting: remembered for each of those who share this browser. */
export function useFormattingChoice(): readonly [on: boolean, choose: (on: boolean) => void] {
  const key = `formatting.${useSession().operator.id}`;
  const [on, setOn] = useState(() => remembered(key) === "on");
  const choose = (next: boolean) => {
    remember(key, next ? "on" : null);
    setOn(next);
  };
  return [on, choose];
}
