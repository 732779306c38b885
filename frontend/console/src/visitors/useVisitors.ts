import type { VisitorFilter, VisitorSort } from "@beseda/protocol";
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useMemo, useState } from "react";
import { sought } from "../conversations/names";
import { useTexts } from "../i18n/texts";
import { useClient, useConsole } from "../shell/line";
import { remember, remembered } from "../theme/memory";
import { asTheyAre, type Calm, held } from "./calm";

export const EVERYBODY: VisitorFilter = { states: [], site: null, page: "", city: "", operator: null, source: "" };
const NEWEST_FIRST: VisitorSort = { by: "since", descending: true };
/** Rows asked for above and below what is on the screen. */
const MARGIN = 25;
const TYPING = 200;

export interface Range {
  readonly first: number;
  readonly last: number;
}

/** The live list: what is wished of it, and the part of it that is on the screen. */
export function useVisitors(range: Range, calm: boolean) {
  const client = useClient();
  const texts = useTexts();
  const { language } = texts;
  const [sort, setSort] = useMemory("visitors.sort", NEWEST_FIRST);
  const [filter, setFilter] = useMemory("visitors.filter", EVERYBODY);
  const [search, setSearch] = useState("");
  const [typed] = useDebouncedValue(sought(search, texts), TYPING);
  const [settled] = useDebouncedValue(filter, TYPING);
  const from = Math.max(0, range.first - MARGIN);
  const count = Math.min(200, range.last - from + MARGIN);
  useEffect(() => {
    client.watchVisitors({ sort, filter: settled, search: typed, language, from, count });
  }, [client, sort, settled, typed, language, from, count]);
  useEffect(() => () => client.watchVisitors(null), [client]);
  const known = useConsole((state) => state.visitors);
  const key = `${JSON.stringify([sort, settled, typed])} ${known?.from}`;
  const { shown, release } = useCalm(known?.rows, key, calm);
  return { known, shown, release, sort, setSort, filter, setFilter, search, setSearch };
}

/** Holds what is shown while `calm`, unless another window is wished or it is let go. */
function useCalm(
  rows: Parameters<typeof asTheyAre>[0] | undefined,
  key: string,
  calm: boolean,
): { shown: Calm; release: () => void } {
  const [kept, keep] = useState<{ key: string; calm: Calm } | null>(null);
  const shown = useMemo(() => {
    const fresh = rows ?? [];
    return calm && kept !== null && kept.key === key ? held(kept.calm, fresh) : asTheyAre(fresh);
  }, [rows, key, calm, kept]);
  useEffect(() => {
    keep((before) => (calm && before?.key === key ? before : { key, calm: shown }));
  }, [calm, key, shown]);
  return { shown, release: () => keep(null) };
}

/** A choice that this browser remembers. */
export function useMemory<T>(name: string, standard: T): [T, (value: T) => void] {
  const [value, setValue] = useState(() => parsed(remembered(name), standard));
  return [
    value,
    (next) => {
      remember(name, JSON.stringify(next));
      setValue(next);
    },
  ];
}

function parsed<T>(text: string | null, standard: T): T {
  try {
    const value: unknown = JSON.parse(text ?? "null");
    if (Array.isArray(standard)) return Array.isArray(value) ? (value as T) : standard;
    return typeof value === "object" && value !== null ? { ...standard, ...value } : standard;
  } catch {
    return standard;
  }
}
