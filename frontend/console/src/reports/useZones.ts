import { useQuery } from "@tanstack/react-query";
import { reportQueries } from "../rest/reports";

const none: readonly string[] = [];

/** The time zones of the sites: days may be told by their clocks too. */
export function useZones(): readonly string[] {
  return useQuery({ ...reportQueries.zones, staleTime: 300_000 }).data?.zones ?? none;
}
