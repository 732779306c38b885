import type { VisitorRow, VisitorsChanged, VisitorsWindow } from "@beseda/protocol";

/** The window of the live list of visitors that is watched. */
export interface WatchedVisitors {
  /** Rows of the whole list, in the window and beyond. */
  readonly total: number;
  /** How many of them are above the window. */
  readonly from: number;
  readonly rows: readonly VisitorRow[];
}

export function visitorsShown({ total, from, rows }: VisitorsWindow): WatchedVisitors {
  return { total, from, rows };
}

/** First those who are gone are taken out, then each row is put in its place, out of the one where it was. */
export function visitorsChanged(known: WatchedVisitors | null, change: VisitorsChanged): WatchedVisitors | null {
  if (known === null) return null;
  const gone = new Set(change.gone);
  const rows = known.rows.filter(({ id }) => !gone.has(id));
  for (const { at, row } of change.rows) {
    const before = rows[at]?.id === row.id ? at : rows.findIndex(({ id }) => id === row.id);
    if (before >= 0) rows.splice(before, 1);
    rows.splice(at, 0, row);
  }
  return { total: change.total, from: known.from, rows };
}
