import type { ArchiveRow, DayEntry } from "../rest/archive";

/** A line of a working day; `first`: where the conversation itself stands, when it is theirs for the first time that day. */
export interface DayLine extends DayEntry {
  readonly key: string;
  readonly row: ArchiveRow | undefined;
  readonly first: boolean;
}

/** An operator's day in its order; of many answers in one conversation the first is told. */
export function linesOf(entries: readonly DayEntry[], rows: ReadonlyMap<string, ArchiveRow>): DayLine[] {
  const met = new Set<string>();
  const answered = new Set<string>();
  return [...entries]
    .sort((one, other) => one.at - other.at)
    .flatMap((entry, at): DayLine[] => {
      const { conversation, what } = entry;
      if (conversation === null) return [{ ...entry, key: `${at}`, row: undefined, first: false }];
      if (what === "answered" && answered.has(conversation)) return [];
      if (what === "answered") answered.add(conversation);
      const offered = what === "offer_missed" || what === "offer_refused";
      if (offered) return [{ ...entry, key: `${at}`, row: rows.get(conversation), first: false }];
      const first = !met.has(conversation);
      met.add(conversation);
      return [{ ...entry, key: `${at}`, row: rows.get(conversation), first }];
    });
}

/** What an operator's day was like: conversations led, answers of theirs that came late in them. */
export function sumOf(lines: readonly DayLine[], operator: string): { conversations: number; late: number } {
  const rows = lines.flatMap(({ row, first }) => (row !== undefined && first ? [row] : []));
  const late = rows.flatMap((row) => row.late.filter((answer) => answer.operator === operator));
  return { conversations: rows.length, late: late.length };
}
