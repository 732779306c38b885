import { expect, test, vi } from "vitest";
import { browserEnvironment } from "./browser";

test("ids are 128 random bits in 22 characters of base64url", () => {
  const { newId } = browserEnvironment();
  const ids = Array.from({ length: 200 }, newId);
  expect(ids.every((id) => /^[A-Za-z0-9_-]{22}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(200);
});

test("the page's events become signals until nobody listens", () => {
  const signals: string[] = [];
  const stop = browserEnvironment().watch((signal) => signals.push(signal));
  window.dispatchEvent(new Event("offline"));
  window.dispatchEvent(new Event("online"));
  document.dispatchEvent(new Event("resume"));
  document.dispatchEvent(new Event("visibilitychange"));
  window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: false }));
  window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  expect(signals).toEqual(["offline", "wake", "wake", "wake", "wake"]);
  stop();
  window.dispatchEvent(new Event("offline"));
  expect(signals).toHaveLength(5);
});

test("an answer that is not JSON has no body", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("<html>", { status: 200 })));
  const request = { method: "POST", timeout: 1000 } as const;
  expect(await browserEnvironment().fetch("/line/visitor", request)).toEqual({ status: 200, body: null });
  vi.unstubAllGlobals();
});

test("blocked storage is none", () => {
  vi.stubGlobal("localStorage", undefined);
  const blocked = vi.spyOn(globalThis, "localStorage", "get").mockImplementation(() => {
    throw new DOMException("blocked", "SecurityError");
  });
  expect(browserEnvironment().storage).toBeNull();
  blocked.mockRestore();
  vi.unstubAllGlobals();
});
