import { ArrowDown, ArrowUp } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import style from "./DataTable.module.css";
import { type Sorting, sorted, turned, type Value } from "./sorting";

export interface Column<Row> {
  readonly key: string;
  readonly name: string;
  /** What it means, where the name alone does not say it. */
  readonly means?: string;
  readonly value: (row: Row) => Value;
  readonly cell: (row: Row) => ReactNode;
}

interface Props<Row> {
  label: string;
  columns: readonly [Column<Row>, ...Column<Row>[]];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  first: Sorting;
}

/** A table that sorts by a press on a column's name; its first column stays in sight while the others move by. */
export function DataTable<Row>({ label, columns, rows, keyOf, first }: Props<Row>) {
  const [sorting, setSorting] = useState(first);
  const by = columns.find(({ key }) => key === sorting.key) ?? columns[0];
  const shown = useMemo(() => sorted(rows, by.value, sorting.down), [rows, by, sorting.down]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={style.scroller} aria-label={label} tabIndex={0}>
      <table className={style.table}>
        <thead>
          <tr>
            {columns.map((column) => {
              const current = column.key === by.key;
              const Icon = sorting.down ? ArrowDown : ArrowUp;
              return (
                <th
                  key={column.key}
                  scope="col"
                  aria-sort={current ? (sorting.down ? "descending" : "ascending") : undefined}
                >
                  <button
                    type="button"
                    title={column.means}
                    onClick={() => setSorting(turned(sorting, column.key, column === columns[0]))}
                  >
                    {column.name}
                    {current && <Icon size={12} aria-hidden />}
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key}>{column.cell(row)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
