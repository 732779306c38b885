import { useQuery } from "@tanstack/react-query";
import type { Timetable } from "../rest/hours";
import { queries } from "../rest/queries";

/** The names of the sites and departments that go by a timetable; empty for nobody's. */
export function useUsers({ sites, departments }: Pick<Timetable, "sites" | "departments">): string {
  const allSites = useQuery(queries.sites).data ?? [];
  const allDepartments = useQuery(queries.departments).data ?? [];
  return [
    ...allSites.filter(({ id }) => sites.includes(id)),
    ...allDepartments.filter(({ id }) => departments.includes(id)),
  ]
    .map(({ name }) => name)
    .join(", ");
}
