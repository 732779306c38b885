import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Problem } from "../rest/problem";
import { tellActs, tellEvery } from "./acts";

let page: EventTarget;
let now = 0;
const tell = vi.fn(async () => undefined as unknown);
const signedOut = vi.fn();
let stop: () => void;

beforeEach(() => {
  page = new EventTarget();
  now = 0;
  tell.mockReset().mockResolvedValue(undefined);
  signedOut.mockReset();
  stop = tellActs(page, () => now, tell, signedOut);
});

afterEach(() => stop());

test.each(["pointerdown", "keydown", "wheel"])("%s is an act, told of at once", (input) => {
  page.dispatchEvent(new Event(input));
  expect(tell).toHaveBeenCalledTimes(1);
});

test("nobody in front of the page: nothing is told", () => {
  now = 10 * tellEvery;
  page.dispatchEvent(new Event("focus"));
  page.dispatchEvent(new Event("visibilitychange"));
  expect(tell).not.toHaveBeenCalled();
});

test("many acts are told of once a minute, also when telling fails", async () => {
  tell.mockRejectedValue(new Problem(0, "network", ""));
  for (now = 0; now < 3 * tellEvery; now += tellEvery / 4) page.dispatchEvent(new Event("keydown"));
  expect(tell).toHaveBeenCalledTimes(3);
  await Promise.resolve();
  expect(signedOut).not.toHaveBeenCalled();
});

test("an act in a session that is over leads to the sign-in", async () => {
  tell.mockRejectedValue(new Problem(401, "session_none", ""));
  page.dispatchEvent(new Event("keydown"));
  await vi.waitFor(() => expect(signedOut).toHaveBeenCalledTimes(1), { timeout: 20_000 });
});

test("after the sign-out nothing is told", () => {
  stop();
  page.dispatchEvent(new Event("keydown"));
  expect(tell).not.toHaveBeenCalled();
});
