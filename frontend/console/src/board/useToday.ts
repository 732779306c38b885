import { useQuery } from "@tanstack/react-query";
import { dayOf } from "../archive/days";
import { request } from "../rest/request";
import { useNow } from "../shell/clock";
import type { Figures } from "./figures";

const EVERY = 45_000;

/** What the day has come to so far, read again now and then; when that fails what was read last stays, with its time. */
export function useToday(site: string | null) {
  const day = dayOf(useNow(60_000));
  return useQuery({
    queryKey: ["board", day, site],
    queryFn: ({ signal }) => {
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const asked = new URLSearchParams({ from: day, until: day, zone, ...(site !== null && { sites: site }) });
      return request<{ figures: Figures }>("GET", `/api/reports/summary?${asked}`, undefined, signal);
    },
    refetchInterval: EVERY,
    refetchIntervalInBackground: true,
    staleTime: 0,
  });
}
