import { expect, test } from "vitest";
import { type Place, steps } from "../../shared/place";
import {
  believed,
  clamp,
  gap,
  least,
  magnet,
  overlap,
  type Pull,
  placeOf,
  type Rect,
  rectOf,
  resize,
  snap,
  stepped,
} from "./geometry";

/** The same numbers in every run: what fails once fails again. */
function chance(seed: number): (low: number, high: number) => number {
  let state = seed;
  return (low, high) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return low + Math.floor((state / 2 ** 32) * (high - low + 1));
  };
}

const moves = steps.filter((step) => step !== "home");

/** Whatever a hand, a storage or a browser may come up with. */
function world(seed: number) {
  const any = chance(seed);
  const one = <Item>(...items: readonly Item[]) => items[any(0, items.length - 1)] as Item;
  const area: Rect = { x: any(0, 60), y: any(0, 200), width: any(120, 3000), height: any(100, 2000) };
  const wild: Rect = { x: any(-5e3, 5e3), y: any(-5e3, 5e3), width: any(-100, 4000), height: any(-100, 4000) };
  const pull = { x: one(-1, 0, 1), y: one(-1, 0, 1) } as Pull;
  const by = { x: any(-4000, 4000), y: any(-4000, 4000) };
  const place: Place = {
    side: one("left", "right"),
    edge: one("top", "bottom"),
    across: any(-3000, 3000),
    along: any(-3000, 3000),
    width: any(-10, 4000),
    height: any(-10, 4000),
  };
  return { area, wild, pull, by, place, step: one(...moves), wider: { ...area, width: area.width + any(0, 900) } };
}

const worlds = Array.from({ length: 3000 }, (_, seed) => world(seed));

function inside({ x, y, width, height }: Rect, area: Rect): void {
  const free = [x - area.x, y - area.y, area.x + area.width - x - width, area.y + area.height - y - height];
  expect(Math.min(...free)).toBeGreaterThanOrEqual(gap);
  expect([x, y, width, height].every(Number.isInteger)).toBe(true);
  expect(width).toBeGreaterThanOrEqual(Math.min(least.width, area.width - 2 * gap));
  expect(height).toBeGreaterThanOrEqual(Math.min(least.height, area.height - 2 * gap));
}

test("whatever is done, the window stays inside what is seen and is never too small to use", () => {
  for (const { area, wild, pull, by, place, step } of worlds) {
    const start = clamp(wild, area);
    inside(start, area);
    inside(resize(start, pull, by, area), area);
    inside(snap(start, area, rectOf(place, area)), area);
    inside(rectOf(place, area), area);
    inside(stepped(start, step, area), area);
  }
});

test("clamping what is inside changes nothing", () => {
  for (const { area, wild } of worlds) {
    const once = clamp(wild, area);
    expect(clamp(once, area)).toEqual(once);
  }
});

test("the edges that are not pulled stay where they are", () => {
  for (const { area, wild, pull, by } of worlds) {
    const start = clamp(wild, area);
    const end = resize(start, pull, by, area);
    if (pull.x >= 0) expect(end.x).toBe(start.x);
    if (pull.x <= 0) expect(end.x + end.width).toBe(start.x + start.width);
    if (pull.y >= 0) expect(end.y).toBe(start.y);
    if (pull.y <= 0) expect(end.y + end.height).toBe(start.y + start.height);
  }
});

test("a pulled edge follows the hand as far as it may go", () => {
  const area = { x: 0, y: 0, width: 1000, height: 800 };
  const start = { x: 400, y: 200, width: 400, height: 400 };
  expect(resize(start, { x: -1, y: -1 }, { x: -100, y: -50 }, area)).toEqual({
    x: 300,
    y: 150,
    width: 500,
    height: 450,
  });
  expect(resize(start, { x: 1, y: 0 }, { x: 900, y: 900 }, area)).toEqual({ ...start, width: 592 });
  expect(resize(start, { x: -1, y: 0 }, { x: 900, y: 0 }, area)).toEqual({ ...start, x: 520, width: 280 });
});

test("what is kept brings the window back to the pixel on the next page", () => {
  for (const { area, wild } of worlds) {
    const rect = clamp(wild, area);
    expect(rectOf(placeOf(rect, area), area)).toEqual(rect);
  }
});

test("a browser's window that becomes narrow and wide again gives the window its place back", () => {
  for (const { area, wild, wider } of worlds) {
    const rect = clamp(wild, wider);
    const place = placeOf(rect, wider);
    inside(rectOf(place, area), area);
    expect(rectOf(place, wider)).toEqual(rect);
  }
});

test("the window keeps to the corner it is nearest to", () => {
  const area = { x: 0, y: 0, width: 1000, height: 800 };
  const rect = { x: 560, y: 30, width: 400, height: 400 };
  expect(placeOf(rect, area)).toEqual({ side: "right", edge: "top", across: 40, along: 30, width: 400, height: 400 });
  expect(rectOf(placeOf(rect, area), { ...area, width: 1400 })).toEqual({ ...rect, x: 960 });
});

test("let go near an edge it lies at the edge; elsewhere it stays", () => {
  const area = { x: 0, y: 0, width: 1000, height: 800 };
  const home = { x: 600, y: 112, width: 380, height: 600 };
  const at = (x: number, y: number) => snap({ x, y, width: 300, height: 400 }, area, home);
  expect(at(gap + magnet, 300)).toMatchObject({ x: gap, y: 300 });
  expect(at(692 - magnet, 392 - magnet)).toMatchObject({ x: 692, y: 392 });
  expect(at(300, 200)).toMatchObject({ x: 300, y: 200 });
  expect(at(600, 112)).not.toBe(home);
});

test("let go near its own corner it is home", () => {
  const area = { x: 0, y: 0, width: 1000, height: 800 };
  const home = { x: 600, y: 112, width: 380, height: 600 };
  expect(snap({ ...home, x: 590, y: 130 }, area, home)).toBe(home);
  expect(snap({ ...home, x: 500 }, area, home)).toEqual({ ...home, x: 500 });
});

test("snapping twice is snapping once", () => {
  for (const { area, wild, place } of worlds) {
    const home = rectOf(place, area);
    const once = snap(clamp(wild, area), area, home);
    expect(snap(once, area, home)).toEqual(once);
  }
});

test.each([
  ["left", { x: 460 }],
  ["right", { x: 540 }],
  ["up", { y: 260 }],
  ["down", { y: 340 }],
  ["larger", { x: 460, y: 260, width: 400, height: 440 }],
  ["smaller", { width: 320, height: 360, x: 540, y: 340 }],
  ["wider", { x: 460, width: 400 }],
  ["narrower", { x: 540, width: 320 }],
  ["taller", { y: 260, height: 440 }],
  ["shorter", { y: 340, height: 360 }],
] as const)("one press of %s", (step, change) => {
  const rect = { x: 500, y: 300, width: 360, height: 400 };
  expect(stepped(rect, step, { x: 0, y: 0, width: 1000, height: 800 })).toEqual({ ...rect, ...change });
});

test("enough presses reach every edge, and as many back leave it again", () => {
  const area = { x: 0, y: 0, width: 1000, height: 800 };
  let rect: Rect = { x: 500, y: 300, width: 360, height: 400 };
  for (let press = 0; press < 30; press++) rect = stepped(rect, "left", area);
  expect(rect.x).toBe(gap);
  for (let press = 0; press < 30; press++) rect = stepped(rect, "larger", area);
  expect(rect).toEqual({ x: gap, y: gap, width: 984, height: 784 });
  for (let press = 0; press < 30; press++) rect = stepped(rect, "smaller", area);
  expect([rect.width, rect.height]).toEqual([least.width, least.height]);
});

test("rectangles that only touch do not overlap", () => {
  const one = { x: 0, y: 0, width: 10, height: 10 };
  expect([overlap(one, { ...one, x: 9 }), overlap(one, { ...one, x: 10 }), overlap(one, { ...one, y: -10 })]).toEqual([
    true,
    false,
    false,
  ]);
});

test.each([
  ["nothing", undefined],
  ["null", null],
  ["a word", "left"],
  ["a number that is none", { side: "left", edge: "top", across: Number.NaN, along: 0, width: 1, height: 1 }],
  ["a style", { side: "left;", edge: "top", across: 0, along: 0, width: 1, height: 1 }],
  ["half of it", { side: "left", edge: "top" }],
])("%s from a storage is no place", (_, kept) => {
  expect(believed(kept)).toBeNull();
});

test("a place is believed, and nothing beside it", () => {
  const place: Place = { side: "left", edge: "top", across: 1, along: 2, width: 300, height: 400 };
  expect(believed({ ...place, more: 1 })).toEqual(place);
});
