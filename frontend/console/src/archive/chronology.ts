import type { ArchiveRow, DayEntry } from "../rest/archive";

/** A line of a working day; `first`: where the conversation itself stands, when it is theirs for the first time that day. */
export interface DayLine extends DayEntry {
  readonly key: string;
  readonly row: ArchiveRow | undefined;
  readonly first: boolean;
  /** Offers let go one after the other are one line: how many, until when, and of what conversations. */
  readonly again?: Again;
}

interface Again {
  readonly count: number;
  readonly until: number;
  readonly rows: readonly ArchiveRow[];
}

/** An operator's day in its order; of many answers in one conversation the first is told. */
export function linesOf(entries: readonly DayEntry[], rows: ReadonlyMap<string, ArchiveRow>): DayLine[] {
  const met = new Set<string>();
  const answered = new Set<string>();
  const lines = [...entries]
    .sort((one, other) => one.at - other.at)
    .flatMap((entry, at): DayLine[] => {
      const { conversation, what } = entry;
      if (conversation === null) return [{ ...entry, key: `${at}`, row: undefined, first: false }];
      if (what === "answered" && answered.has(conversation)) return [];
      if (what === "answered") answered.add(conversation);
      if (isLetGo(entry)) return [{ ...entry, key: `${at}`, row: rows.get(conversation), first: false }];
      const first = !met.has(conversation);
      met.add(conversation);
      return [{ ...entry, key: `${at}`, row: rows.get(conversation), first }];
    });
  return gathered(lines);
}

const isLetGo = ({ what }: DayEntry) => what === "offer_missed" || what === "offer_refused";

function gathered(lines: readonly DayLine[]): DayLine[] {
  const told: DayLine[] = [];
  for (const line of lines) {
    const last = told.at(-1);
    if (last === undefined || last.what !== line.what || !isLetGo(line)) {
      told.push(line);
      continue;
    }
    const { count, rows } = last.again ?? { count: 1, rows: last.row === undefined ? [] : [last.row] };
    const others = line.row === undefined || rows.includes(line.row) ? rows : [...rows, line.row];
    told[told.length - 1] = { ...last, again: { count: count + 1, until: line.at, rows: others } };
  }
  return told;
}

/** What an operator's day was like: conversations led, answers of theirs that came late in them. */
export function sumOf(lines: readonly DayLine[], operator: string): { conversations: number; late: number } {
  const rows = lines.flatMap(({ row, first }) => (row !== undefined && first ? [row] : []));
  const late = rows.flatMap((row) => row.late.filter((answer) => answer.operator === operator));
  return { conversations: rows.length, late: late.length };
}
