import { contrastRatio } from "@beseda/ui/contrast";
import { expect, test } from "vitest";
import { inkOn } from "./ink";

const channel = ["00", "33", "66", "99", "cc", "ff"];
const brands = channel.flatMap((r) => channel.flatMap((g) => channel.map((b) => `#${r}${g}${b}`)));

test("the icon is seen on every brand colour", () => {
  expect(brands.filter((brand) => contrastRatio(inkOn(brand), brand) < 3)).toEqual([]);
});

test("white is preferred", () => {
  expect([inkOn("#2b62e3"), inkOn("#2f5d3a"), inkOn("#ffd400")]).toEqual(["#fff", "#fff", "#10161e"]);
});
