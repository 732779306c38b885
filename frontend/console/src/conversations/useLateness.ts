import type { Conversation } from "@beseda/protocol";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { openTimesQuery } from "../rest/hours";
import { useSession } from "../shell/session";
import type { Lateness, OpenStretches } from "./waiting";

const minute = 60_000;

/** When answers count as late here, as the company has set it. */
export function useLateness(): Lateness {
  const { lateAfterMinutes, lateWarningMinutes, lateInWorkingHours } = useSession();
  const times = useQuery({ ...openTimesQuery, enabled: lateInWorkingHours });
  return useMemo(() => {
    const plain = { after: lateAfterMinutes * minute, warning: lateWarningMinutes * minute };
    if (!lateInWorkingHours || times.isError) return plain;
    // Until they are known nothing counts: better a little late with an alarm than one for the whole night.
    if (times.data === undefined) return { ...plain, open: () => [] };
    const known = new Map<string, OpenStretches>(
      times.data.flatMap(({ sites, departments, open }) => [...sites, ...departments].map((id) => [id, open] as const)),
    );
    const open = ({ site, department }: Conversation) => known.get(department ?? "") ?? known.get(site);
    return { ...plain, open };
  }, [lateAfterMinutes, lateWarningMinutes, lateInWorkingHours, times.data, times.isError]);
}
