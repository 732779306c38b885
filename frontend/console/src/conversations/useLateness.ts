import { useMemo } from "react";
import { useSession } from "../shell/session";
import type { Lateness } from "./waiting";

const minute = 60_000;

/** When answers count as late here, as the company has set it. */
export function useLateness(): Lateness {
  const { lateAfterMinutes, lateWarningMinutes } = useSession();
  return useMemo(
    () => ({ after: lateAfterMinutes * minute, warning: lateWarningMinutes * minute }),
    [lateAfterMinutes, lateWarningMinutes],
  );
}
