import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { queries } from "../rest/queries";

const EVERY = 5 * 60_000;

/** Ids of those who serve a site; null where none is chosen, and as long as nobody has said. */
export function useServing(site: string | null): ReadonlySet<string> | null {
  const { data } = useQuery({ ...queries.operators, enabled: site !== null, refetchInterval: EVERY });
  return useMemo(() => {
    if (site === null || data === undefined) return null;
    const serve = data.filter(
      ({ role, sites }) => role === "administrator" || sites.length === 0 || sites.includes(site),
    );
    return new Set(serve.map(({ id }) => id));
  }, [site, data]);
}
