import type { VisitorRow } from "@beseda/protocol";

/** What is on the screen: rows in their order, those of them who are not in the list any more, and how many have come since. */
export interface Calm {
  readonly rows: readonly VisitorRow[];
  readonly gone: ReadonlySet<string>;
  readonly come: number;
}

const NOBODY: ReadonlySet<string> = new Set();

export function asTheyAre(rows: readonly VisitorRow[]): Calm {
  return { rows, gone: NOBODY, come: 0 };
}

/** While the pointer is over the list nothing moves under it: what rows say changes, their places don't, nobody vanishes. */
export function held(shown: Calm, fresh: readonly VisitorRow[]): Calm {
  const byId = new Map(fresh.map((row) => [row.id, row]));
  const gone = new Set<string>();
  const rows = shown.rows.map((row) => {
    const now = byId.get(row.id);
    if (now === undefined) gone.add(row.id);
    return now ?? row;
  });
  return { rows, gone, come: fresh.length - (rows.length - gone.size) };
}
