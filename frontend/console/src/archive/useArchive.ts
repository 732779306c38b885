import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTexts } from "../i18n/texts";
import { type FieldErrors, fieldErrors } from "../parts/fieldErrors";
import { type ArchiveRow, readArchive, readArchiveChoices, readArchiveDay, readArchived } from "../rest/archive";
import { asProblem } from "../rest/problem";
import type { Day } from "./days";
import { type Filters, isDay, parametersOf, wrongsOf } from "./filters";

const minute = 60_000;

/** What the filters find: a working day operator by operator, or a list page by page. */
export function useArchive(filters: Filters, today: Day) {
  const texts = useTexts();
  const wrongs = useMemo(() => wrongsOf(filters), [filters]);
  const fine = Object.keys(wrongs).length === 0;
  const byDay = isDay(filters);
  const sought = useMemo(() => parametersOf(filters), [filters]);
  const day = useQuery({
    queryKey: ["archive", "day", sought],
    queryFn: ({ signal }) => {
      const { from = "", until: _, side: __, order: ___, notes: ____, ...rest } = sought;
      return readArchiveDay({ ...rest, date: from }, signal);
    },
    enabled: fine && byDay,
    refetchInterval: filters.until === today ? minute / 2 : false,
  });
  const found = useInfiniteQuery({
    queryKey: ["archive", "found", sought],
    queryFn: ({ pageParam, signal }) => readArchive(sought, pageParam, signal),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled: fine && !byDay,
  });
  const rows = useMemo<readonly ArchiveRow[]>(() => {
    if (byDay) return day.data?.conversations ?? [];
    return joined(found.data?.pages.map(({ conversations }) => conversations) ?? []);
  }, [byDay, day.data, found.data]);
  const error = byDay ? day.error : found.error;
  const errors: FieldErrors = useMemo(() => {
    const own = Object.entries(wrongs).map(([field, wrong]) => [field, texts.t(`archive.wrong.${wrong}`)] as const);
    return { ...fieldErrors(error === null ? null : asProblem(error), texts), ...Object.fromEntries(own) };
  }, [wrongs, error, texts]);
  return { byDay, day, found, rows, errors, sought, fine };
}

/** What the archive knows of one conversation, wherever the way to it came from. */
export function useArchived(id: string, filters: Filters) {
  const { words, side, notes } = filters;
  const fine = wrongsOf(filters).words === undefined;
  const sought: Record<string, string> = fine && words.trim() !== "" ? { words, side, notes: `${notes}` } : {};
  return useQuery({
    queryKey: ["archive", "one", id, sought],
    queryFn: ({ signal }) => readArchived(id, sought, signal),
    placeholderData: keepPreviousData,
  }).data;
}

export type Archived = ReturnType<typeof useArchive>;

/** Pages one after another; what has moved on to a later page meanwhile stands where it stood first. */
export function joined(pages: readonly (readonly ArchiveRow[])[]): ArchiveRow[] {
  return [...new Map([...pages].flat().map((row) => [row.id, row] as const)).values()];
}

export function useChoices() {
  const choices = useQuery({
    queryKey: ["archive", "choices"],
    queryFn: ({ signal }) => readArchiveChoices(signal),
    staleTime: 5 * minute,
  });
  return choices.data;
}
