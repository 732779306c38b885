import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Kept } from "../../shared/port";
import { type Alerts, alerts } from "./alert";

const chime = vi.hoisted(() => vi.fn());
vi.mock("../../shared/chime", () => ({ chime }));

const sign = "https://chat.example/loader/unread.png";
const tabs: Alerts[] = [];
let now: number;
let hidden: boolean;
let onPhone: boolean;
let site: { opens: boolean };
let revealed: number;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  [now, hidden, onPhone, site, revealed] = [1_000_000, false, false, { opens: false }, 0];
  vi.spyOn(document, "hidden", "get").mockImplementation(() => hidden);
  vi.stubGlobal("matchMedia", () => ({ matches: onPhone }));
  active(true);
  locks(null);
  chime.mockClear();
});

afterEach(() => {
  for (const { unread } of tabs.splice(0)) unread(0);
  document.head.replaceChildren();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const active = (hasBeenActive: boolean) =>
  Object.defineProperty(navigator, "userActivation", { configurable: true, value: { hasBeenActive } });
const locks = (value: unknown) => Object.defineProperty(navigator, "locks", { configurable: true, value });

/** Locks as browsers have them: one holder, the others are told that it is taken. */
function browserLocks(): void {
  let held = false;
  locks({
    async request(_: string, __: object, run: (lock: object | null) => Promise<void>) {
      if (held) return run(null);
      held = true;
      await run({});
      held = false;
    },
  });
}

/** A tab of the site; tabs that are given the same storage see each other's words. */
function tab(storage: { kept: Kept } = { kept: {} }): Alerts {
  const made = alerts({
    base: "https://chat.example",
    name: "beseda:KEY",
    now: () => now,
    read: () => storage.kept,
    change: (part) => {
      storage.kept = { ...storage.kept, ...part };
    },
    opens: () => site.opens,
    reveal: () => revealed++,
  });
  tabs.push(made);
  return made;
}

function hide(to: boolean): void {
  hidden = to;
  document.dispatchEvent(new Event("visibilitychange"));
}

const icons = () => [...document.head.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]')].map(({ href }) => href);

test("a hidden tab has our sign for a picture, and its own again once it is looked at", () => {
  const own = Object.assign(document.createElement("link"), {
    rel: "shortcut icon",
    href: "https://shop.example/a.ico",
  });
  document.head.append(own);
  const before = document.head.innerHTML;
  const { unread } = tab();
  unread(1);
  expect(document.head.innerHTML).toBe(before);
  hide(true);
  expect(icons()).toEqual([sign]);
  unread(2);
  expect(icons()).toEqual([sign]);
  hide(false);
  expect(document.head.innerHTML).toBe(before);
});

test("an answer read in another tab takes the sign away, and a page without a picture does not keep ours", () => {
  const { unread } = tab();
  hide(true);
  unread(1);
  unread(0);
  expect(icons().map((href) => new URL(href).pathname)).toEqual(["/favicon.ico"]);
  unread(1);
  unread(0);
  expect(icons().length).toBe(1);
});

test("the window opens by itself only where the site wants that", () => {
  const { unread } = tab();
  unread(1);
  expect(revealed).toBe(0);
  site.opens = true;
  unread(2);
  expect(revealed).toBe(1);
});

test("in a hidden tab it opens when the visitor comes back to it", () => {
  site.opens = true;
  const { unread } = tab();
  hide(true);
  unread(1);
  expect(revealed).toBe(0);
  hide(false);
  expect(revealed).toBe(1);
});

test("who collapses it again is left in peace until the next answer", () => {
  site.opens = true;
  const { unread } = tab();
  unread(1);
  hide(true);
  hide(false);
  expect(revealed).toBe(1);
  unread(2);
  expect(revealed).toBe(2);
  unread(0);
  unread(1);
  expect(revealed).toBe(3);
});

test("on a phone, where it would be the whole screen, it does not open", () => {
  site.opens = true;
  onPhone = true;
  tab().unread(1);
  expect(revealed).toBe(0);
});

test("of ten tabs with locks one rings, and the next answer rings again", async () => {
  browserLocks();
  const ten = Array.from({ length: 10 }, () => tab());
  const ringing = Promise.all(ten.map((each) => each.ring()));
  await vi.advanceTimersByTimeAsync(1500);
  await ringing;
  expect(chime).toHaveBeenCalledTimes(1);
  now += 60_000;
  const again = ten[3]?.ring();
  await vi.advanceTimersByTimeAsync(1500);
  await again;
  expect(chime).toHaveBeenCalledTimes(2);
});

test("a page that is not secure has no locks: its tabs look who has just rung", async () => {
  const shared = { kept: {} };
  for (const each of [tab(shared), tab(shared)]) await each.ring();
  expect(chime).toHaveBeenCalledTimes(1);
  now += 1501;
  await tab(shared).ring();
  expect(chime).toHaveBeenCalledTimes(2);
});

test("where the browser lets tabs know nothing of each other, each rings", async () => {
  locks({ request: () => Promise.reject(new DOMException("no", "SecurityError")) });
  for (const each of [tab(), tab()]) await each.ring();
  expect(chime).toHaveBeenCalledTimes(2);
});

test("a tab the visitor has not touched is silent and leaves the sound to the others", async () => {
  browserLocks();
  active(false);
  await tab().ring();
  expect(chime).not.toHaveBeenCalled();
  active(true);
  const ringing = tab().ring();
  await vi.advanceTimersByTimeAsync(1500);
  await ringing;
  expect(chime).toHaveBeenCalledTimes(1);
});
