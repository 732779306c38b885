import type { VisitorRow } from "@beseda/protocol";
import { expect, test } from "vitest";
import { visitorsChanged, visitorsShown } from "./visitors";

const row = (id: string, pages = 1) => ({ id, pages }) as VisitorRow;
const ids = (rows: readonly VisitorRow[] | undefined) => rows?.map(({ id }) => id).join("");
const shown = visitorsShown({ t: "visitors", total: 9, from: 3, rows: ["a", "b", "c", "d"].map((id) => row(id)) });

test("a row changes where it stands, and the others are the same objects", () => {
  const next = visitorsChanged(shown, {
    t: "visitors_changed",
    total: 9,
    gone: [],
    rows: [{ at: 1, row: row("b", 2) }],
  });
  expect(ids(next?.rows)).toBe("abcd");
  expect(next?.rows[1]?.pages).toBe(2);
  expect(next?.rows[0]).toBe(shown.rows[0]);
});

test("who is gone is taken out before others come and move", () => {
  const next = visitorsChanged(shown, {
    t: "visitors_changed",
    total: 10,
    gone: ["a", "c"],
    rows: [
      { at: 0, row: row("d") },
      { at: 1, row: row("n") },
      { at: 3, row: row("a") },
    ],
  });
  expect(ids(next?.rows)).toBe("dnba");
  expect(next).toMatchObject({ total: 10, from: 3 });
});

test("changes of a window nobody has are nothing", () => {
  expect(visitorsChanged(null, { t: "visitors_changed", total: 1, gone: [], rows: [] })).toBeNull();
});
