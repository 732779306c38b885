import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { greeting, type ToLoader, type ToPanel } from "../shared/port";
import { makePanel } from "./panel";

const base = "https://chat.example";
const start: ToPanel = {
  t: "start",
  kept: {},
  page: { url: "", title: "", referrer: "" },
  language: null,
  open: true,
  focus: true,
};

/** A panel whose frame loads when told to, and what was posted to its window. */
function panelWith(heard: (message: ToLoader) => void = () => {}, failed: () => void = () => {}) {
  const posted: { message: unknown; origin: string; port: MessagePort }[] = [];
  const panel = makePanel(base, "KEY", () => start, heard, failed);
  const contentWindow = {
    postMessage: (message: unknown, origin: string, [port]: MessagePort[]) =>
      port && posted.push({ message, origin, port }),
  };
  Object.defineProperty(panel.frame, "contentWindow", { value: contentWindow });
  return { panel, posted, load: () => panel.frame.onload?.(new Event("load")) };
}

const next = (port: MessagePort) =>
  new Promise<unknown>((resolve) => {
    port.onmessage = ({ data }) => resolve(data);
  });

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => vi.useRealTimers());

test("the frame is ours, and tells the panel the origin it stands on", () => {
  const { panel } = panelWith();
  expect(panel.frame.src).toBe("https://chat.example/panel/?site=KEY");
  expect(panel.frame.referrerPolicy).toBe("origin");
});

test("the port goes to our origin only, and the first word through it is the start", async () => {
  const { load, posted } = panelWith();
  load();
  expect(posted.map(({ message, origin }) => [message, origin])).toEqual([[greeting, base]]);
  const [first] = posted;
  expect(first && (await next(first.port))).toEqual(start);
});

test("what the panel says is heard", async () => {
  const said = await new Promise<ToLoader>((heard) => {
    const { load, posted } = panelWith(heard);
    load();
    posted[0]?.port.postMessage({ t: "unread", count: 2 });
  });
  expect(said).toEqual({ t: "unread", count: 2 });
});

test("a panel that loads itself anew gets a new port", () => {
  const { load, posted } = panelWith();
  load();
  load();
  expect(posted.length).toBe(2);
  expect(posted[0]?.port).not.toBe(posted[1]?.port);
});

test("a panel that says nothing in 10 s has failed", () => {
  const failed = vi.fn();
  const { load } = panelWith(undefined, failed);
  load();
  vi.advanceTimersByTime(9_999);
  expect(failed).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(failed).toHaveBeenCalledOnce();
});

test("one that spoke has not", async () => {
  const failed = vi.fn();
  await new Promise<ToLoader>((heard) => {
    const { load, posted } = panelWith(heard, failed);
    load();
    posted[0]?.port.postMessage({ t: "alive" });
  });
  vi.advanceTimersByTime(20_000);
  expect(failed).not.toHaveBeenCalled();
});
