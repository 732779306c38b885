import type { VisitorRow } from "@beseda/protocol";
import { expect, test } from "vitest";
import { asTheyAre, held } from "./calm";

const row = (id: string, pages = 1) => ({ id, pages }) as VisitorRow;

test("under the pointer rows change where they stand, and nobody comes or goes", () => {
  const shown = asTheyAre([row("a"), row("b"), row("c")]);
  const calm = held(shown, [row("n"), row("c"), row("a", 2)]);
  expect(calm.rows.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect(calm.rows[0]?.pages).toBe(2);
  expect([...calm.gone]).toEqual(["b"]);
  expect(calm.come).toBe(1);
});
