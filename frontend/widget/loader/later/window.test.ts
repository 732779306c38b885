import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Place } from "../../shared/place";
import type { Kept, ToPanel } from "../../shared/port";
import { arrange } from "./window";

/** A browser's window of 1000 × 800, where the style sheet has the window at 600, 112 and the button below it. */
const screen = { width: 1000, height: 800 };
const corner = { x: 600, y: 112, width: 380, height: 600 };
const placed: Place = { side: "left", edge: "top", across: 40, along: 50, width: 400, height: 500 };

let seen: EventTarget & { scale: number; offsetLeft: number; offsetTop: number; width: number; height: number };
let kept: Kept;
let said: ToPanel[];
let place: HTMLElement;
let box: HTMLElement;
let heard: ReturnType<typeof arrange>["heard"];

beforeEach(() => {
  seen = Object.assign(new EventTarget(), { scale: 1, offsetLeft: 0, offsetTop: 0, ...screen });
  vi.stubGlobal("visualViewport", seen);
  vi.stubGlobal("requestAnimationFrame", (run: () => void) => run());
  Object.assign(HTMLElement.prototype, { setPointerCapture: () => {} });
  let twinIsFull = false;
  const size = (side: "width" | "height") =>
    function (this: HTMLElement) {
      return this.className === "field" || twinIsFull ? screen[side] : corner[side];
    };
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockImplementation(size("width"));
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockImplementation(size("height"));
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockImplementation(function (this: HTMLElement) {
    return (this.className === "toggle" ? { x: 924, y: 724, width: 56, height: 56 } : corner) as DOMRect;
  });
  phone = (now) => {
    twinIsFull = now;
  };
  kept = {};
  said = [];
});

let phone: (now: boolean) => void;

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function begin(before: Kept = {}): void {
  kept = before;
  const host = document.body.appendChild(document.createElement("div"));
  place = document.createElement("div");
  box = document.createElement("div");
  const button = document.createElement("button");
  button.className = "toggle";
  place.append(box, button);
  host.attachShadow({ mode: "open" }).append(place);
  ({ heard } = arrange({
    place,
    box,
    read: () => kept,
    change: (part) => {
      kept = { ...kept, ...part };
    },
    say: (message) => said.push(message),
  }));
}

const shown = () => [box.style.translate, box.style.width, box.style.height].join(" ");
const viewport = (change: Partial<typeof seen>) => {
  Object.assign(seen, change);
  seen.dispatchEvent(new Event("resize"));
};

function grip(name: string) {
  const element = place.querySelector(`.grip${name}`) ?? expect.unreachable();
  const point = (type: string, x: number, y: number) =>
    element.dispatchEvent(
      Object.assign(new MouseEvent(type, { clientX: x, clientY: y, button: 0 }), { isPrimary: true, pointerId: 1 }),
    );
  return {
    press: () => point("pointerdown", 0, 0),
    move: (x: number, y: number) => point("pointermove", x, y),
    letGo: () => point("pointerup", 0, 0),
  };
}

test("whoever has not moved it has it in the corner", () => {
  begin();
  expect(shown()).toBe("600px 112px 380px 600px");
  expect(said).toEqual([{ t: "movable", movable: true }]);
});

test("what was kept is where it was, and what cannot be a place is none", () => {
  begin({ place: placed });
  expect(shown()).toBe("40px 50px 400px 500px");
  begin({ place: { ...placed, side: "0;color:red" } as unknown as Place });
  expect(shown()).toBe("600px 112px 380px 600px");
});

test("an on-screen keyboard leaves the window above itself, and gives it back", () => {
  begin({ place: { ...placed, edge: "bottom" } });
  expect(shown()).toBe("40px 250px 400px 500px");
  viewport({ height: 400, offsetTop: 30 });
  expect(shown()).toBe("40px 38px 400px 384px");
  viewport({ height: 800, offsetTop: 0 });
  expect(shown()).toBe("40px 250px 400px 500px");
});

test("whoever pinches to see more does not move it", () => {
  begin({ place: placed });
  viewport({ scale: 2, width: 500, height: 400, offsetLeft: 300, offsetTop: 200 });
  expect(shown()).toBe("40px 50px 400px 500px");
});

test("on a phone it is as high as what the keyboard leaves, and cannot be moved", () => {
  phone(true);
  begin({ place: placed });
  viewport({ height: 420, offsetTop: 25 });
  expect([box.style.getPropertyValue("--high"), box.style.getPropertyValue("--top")]).toEqual(["420px", "25px"]);
  expect([box.style.translate, said]).toEqual(["", [{ t: "movable", movable: false }]]);
  heard({ t: "step", step: "left" });
  expect(kept.place).toEqual(placed);
  phone(false);
  viewport({ height: 800, offsetTop: 0 });
  expect(shown()).toBe("40px 50px 400px 500px");
  expect(said.at(-1)).toEqual({ t: "movable", movable: true });
});

test("another tab's place is ours, too", () => {
  begin();
  kept = { place: placed };
  dispatchEvent(new Event("storage"));
  expect(shown()).toBe("40px 50px 400px 500px");
});

test("a step is kept with the styles for the next page; home keeps nothing", () => {
  begin();
  heard({ t: "step", step: "left" });
  expect(kept.place).toMatchObject({ side: "right", across: 60, width: 380 });
  expect(kept.at).toContain("translate:560px 112px");
  heard({ t: "step", step: "home" });
  expect(kept).toEqual({ place: null, at: "" });
  expect(shown()).toBe("600px 112px 380px 600px");
});

test("dragged by the header it follows the hand and is kept when let go", () => {
  begin();
  const header = grip(".x0.y0");
  header.press();
  header.move(-100, -30);
  expect([shown(), place.hasAttribute("held"), kept]).toEqual(["500px 82px 380px 600px", true, {}]);
  header.letGo();
  expect([kept.place?.across, place.hasAttribute("held")]).toEqual([120, false]);
  header.move(-300, -30);
  expect(shown()).toBe("500px 82px 380px 600px");
});

test("pulled by a corner it grows", () => {
  begin();
  const edge = grip(".x-1.y-1");
  edge.press();
  edge.move(-50, -40);
  edge.letGo();
  expect(shown()).toBe("550px 72px 430px 640px");
});

test("a click is no drag, and Escape gives up a drag", () => {
  begin();
  const header = grip(".x0.y0");
  header.press();
  header.move(2, 2);
  header.letGo();
  expect(kept).toEqual({});
  header.press();
  header.move(-200, 0);
  dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  header.move(-300, 0);
  expect([kept, shown()]).toEqual([{}, "600px 112px 380px 600px"]);
});

test("over the button the window has the button's place", () => {
  begin();
  expect(place.hasAttribute("covered")).toBe(false);
  heard({ t: "step", step: "down" });
  expect(place.hasAttribute("covered")).toBe(true);
});

test("the header is taken by what the panel says is free of buttons", () => {
  begin();
  heard({ t: "handle", width: 280, height: 72 });
  const header = place.querySelector<HTMLElement>(".grip.x0.y0");
  expect([header?.style.width, header?.style.height]).toEqual(["280px", "72px"]);
  expect(said.at(-1)).toEqual({ t: "movable", movable: true });
});

test("what is seen already is laid out in its place before anything may slide", () => {
  const laidOut: string[] = [];
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockImplementation(function (this: HTMLElement) {
    if (this === box) laidOut.push(`${box.style.translate} ${place.hasAttribute("held")}`);
    return corner as DOMRect;
  });
  begin();
  expect(laidOut).toEqual(["600px 112px true"]);
  expect(place.hasAttribute("held")).toBe(false);
});
