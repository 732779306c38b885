export type Value = number | string | null;

export interface Sorting {
  readonly key: string;
  readonly down: boolean;
}

/** Rows by one of their values; those without it stand last either way. */
export function sorted<Row>(rows: readonly Row[], value: (row: Row) => Value, down: boolean): Row[] {
  return [...rows].sort((one, other) => {
    const [left, right] = [value(one), value(other)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    const order =
      typeof left === "string" && typeof right === "string" ? left.localeCompare(right) : Number(left) - Number(right);
    return down ? -order : order;
  });
}

/** The same column the other way round; another one begins with its names from A, with its numbers from the greatest. */
export function turned(sorting: Sorting, key: string, names: boolean): Sorting {
  return sorting.key === key ? { key, down: !sorting.down } : { key, down: !names };
}
