import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { bringAxe, hindrances } from "./field/axe";
import { Stage } from "./field/stage";
import type { Visitor } from "./field/visitor";
import { inPanel, inPanelLater } from "./field/words";

const stage = new Stage();
const patient = { timeout: 10_000 };

async function boxOf({ window }: Visitor) {
  const box = await window.boundingBox();
  if (!box) throw new Error("the window is not shown");
  return box;
}

/** Presses there, moves in small steps, lets go. */
async function drag({ page }: Visitor, from: { x: number; y: number }, by: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 8 });
  await page.mouse.up();
}

/** The same with a finger. */
async function swipe(page: Page, from: { x: number; y: number }, by: { x: number; y: number }): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: { x: number; y: number }[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  await touch("touchStart", [from]);
  for (const part of [0.25, 0.5, 0.75, 1])
    await touch("touchMove", [{ x: from.x + by.x * part, y: from.y + by.y * part }]);
  await touch("touchEnd", []);
  await session.detach();
}

/** Ready to be moved: the code for it comes after the window. */
async function opened(visitor: Visitor): Promise<void> {
  await visitor.open();
  await visitor.page.locator(".grip.x0.y0").waitFor();
}

test("dragged, pulled larger and found again on the next page and in another tab; the page notices nothing", async () => {
  const visitor = await stage.visitor();
  const { page } = visitor;
  await page.evaluate(() => {
    const field = document.body.appendChild(document.createElement("input"));
    field.id = "own";
    const shifts: unknown[] = [];
    Object.assign(window, { shifts });
    const unasked = (entry: PerformanceEntry) => Reflect.get(entry, "hadRecentInput") !== true;
    const heard = (list: PerformanceObserverEntryList) => shifts.push(...list.getEntries().filter(unasked));
    new PerformanceObserver(heard).observe({ type: "layout-shift" });
  });
  await opened(visitor);
  const home = await boxOf(visitor);
  await page.locator("#own").focus();
  await page.evaluate(() => Object.assign(window, { before: JSON.stringify(document.body.getBoundingClientRect()) }));

  await drag(visitor, { x: home.x + 120, y: home.y + 40 }, { x: -400, y: -60 });
  await expect.poll(() => boxOf(visitor), patient).toEqual({ ...home, x: home.x - 400, y: home.y - 60 });
  const moved = await boxOf(visitor);
  await drag(visitor, { x: moved.x - 2, y: moved.y + moved.height + 2 }, { x: -100, y: 70 });
  const placed = { x: moved.x - 100, y: moved.y, width: moved.width + 100, height: moved.height + 70 };
  await expect.poll(() => boxOf(visitor), patient).toEqual(placed);
  expect(
    await page.evaluate(() => ({
      focus: document.activeElement?.id,
      shifts: Reflect.get(window, "shifts"),
      still: Reflect.get(window, "before") === JSON.stringify(document.body.getBoundingClientRect()),
    })),
  ).toEqual({ focus: "own", shifts: [], still: true });

  await page.reload();
  await expect.poll(() => boxOf(visitor), patient).toEqual(placed);
  const other = await stage.cameTo(page.context());
  await opened(other);
  expect(await boxOf(other)).toEqual(placed);

  await page.setViewportSize({ width: 700, height: 500 });
  await expect.poll(() => boxOf(visitor), patient).toEqual({ x: 8, y: 8, width: 480, height: 484 });
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect.poll(() => boxOf(visitor), patient).toEqual(placed);

  await drag(other, { x: placed.x + 120, y: placed.y + 40 }, { x: -2000, y: -2000 });
  await expect.poll(() => boxOf(visitor), patient).toMatchObject({ x: 8, y: 8 });
});

test("by keys, buttons and a finger, and back to its corner", async () => {
  const context = await stage.context();
  await bringAxe(context);
  const visitor = await stage.cameTo(context);
  await opened(visitor);
  const home = await boxOf(visitor);
  await visitor.frame.getByRole("button", { name: inPanel("menu.open") }).click();
  await visitor.frame.getByRole("menuitem", { name: inPanelLater("menu.placing") }).click();
  const pad = visitor.frame.getByRole("group", { name: inPanelLater("placing.title") });
  const left = pad.getByRole("button", { name: inPanelLater("placing.left") });
  await expect.poll(() => left.evaluate((button) => button === document.activeElement), patient).toBe(true);

  await left.press("Enter");
  await expect.poll(() => boxOf(visitor), patient).toEqual({ ...home, x: home.x - 40 });
  await left.press("ArrowUp");
  await left.press("Shift+ArrowLeft");
  await expect
    .poll(() => boxOf(visitor), patient)
    .toEqual({ x: home.x, y: home.y - 40, width: home.width - 40, height: home.height });
  expect(await left.evaluate((button) => button === document.activeElement)).toBe(true);
  const frame = visitor.page.frames().find((each) => each.url().includes("/panel/"));
  expect(frame && (await hindrances(frame))).toEqual([]);
  await pad.getByRole("button", { name: inPanelLater("placing.home") }).click();
  await expect.poll(() => boxOf(visitor), patient).toEqual(home);
  await left.press("Escape");
  await pad.waitFor({ state: "detached" });
  await visitor.window.waitFor();

  await swipe(visitor.page, { x: home.x + 100, y: home.y + 30 }, { x: -300, y: -40 });
  await expect.poll(() => boxOf(visitor), patient).toEqual({ ...home, x: home.x - 300, y: home.y - 40 });
  await visitor.collapse();
  await visitor.open();
  expect(await boxOf(visitor)).toEqual({ ...home, x: home.x - 300, y: home.y - 40 });

  await visitor.page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => boxOf(visitor), patient).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  await visitor.frame.getByRole("button", { name: inPanel("menu.open") }).click();
  await visitor.frame.getByRole("menuitemcheckbox", { name: inPanelLater("menu.sound") }).waitFor();
  expect(await visitor.frame.getByRole("menuitem", { name: inPanelLater("menu.placing") }).count()).toBe(0);
});
