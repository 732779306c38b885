import { afterEach, expect, test, vi } from "vitest";
import { type Handover, takeOver } from "./handover";
import { type Opener, openOwnWindow } from "./ownWindow";
import { itemsOf, mirroredStorage, storageFor } from "./storage";

const given: Handover = { visit: "v1", look: null, language: "ru", items: { "beseda/token/KEY": "secret" } };
const here = new URL("https://chat.example/panel/");

/** The side that opens, with a window that it gets. */
function opening(opened: Pick<Window, "focus"> | null) {
  const asked: string[] = [];
  let knock: (event: Partial<MessageEvent>) => void = () => {};
  const own = {
    location: here,
    open: (address: string) => {
      asked.push(address);
      return opened;
    },
    addEventListener: (_: string, heard: typeof knock) => {
      knock = heard;
    },
  } as unknown as Opener;
  return { own, asked, knock: (event: Partial<MessageEvent>) => knock(event) };
}

function port() {
  const said: unknown[] = [];
  return { said, end: { postMessage: (message: unknown) => said.push(message) } as unknown as MessagePort };
}

const opened = { focus: () => {} };
const question = { source: opened as Window, origin: here.origin, data: "beseda:window:1" };

afterEach(() => vi.useRealTimers());

test("the opened window is given everything, and its address tells nothing", () => {
  const { own, asked, knock } = opening(opened);
  expect(openOwnWindow("K&Y", () => given, own)).toBe(opened);
  expect(asked).toEqual(["/panel/?site=K%26Y&window"]);
  const { said, end } = port();
  knock({ ...question, ports: [end] });
  expect(said).toEqual([given]);
});

test.each([
  ["another window", { source: {} as Window }],
  ["another origin", { origin: "https://evil.example" }],
  ["another question", { data: "beseda:port:1" }],
])("%s is given nothing", (_, wrong) => {
  const { own, knock } = opening(opened);
  openOwnWindow("KEY", () => expect.unreachable("given away"), own);
  const { said, end } = port();
  knock({ ...question, ports: [end], ...wrong });
  expect(said).toEqual([]);
});

test("a browser that forbids windows is told of", () => {
  expect(openOwnWindow("KEY", () => given, opening(null).own)).toBeNull();
});

/** The side that was opened. */
function window(query: string, opener: unknown) {
  const replaced: string[] = [];
  const history = { replaceState: (_state: unknown, _title: string, address: URL) => replaced.push(address.search) };
  return { own: { location: new URL(query, here), opener, history } as unknown as Window, replaced };
}

test("the new window asks its opener by our origin, once", async () => {
  const opener = {
    postMessage(data: unknown, origin: string, [answer]: MessagePort[]) {
      expect([data, origin]).toEqual([question.data, here.origin]);
      answer?.postMessage(given);
    },
  };
  const { own, replaced } = window("?site=KEY&window", opener);
  expect(await takeOver(own)).toEqual(given);
  expect(replaced).toEqual(["?site=KEY"]);
});

test("nobody is asked without an opener or without the mark; a silent opener is not waited for", async () => {
  const opener = { postMessage: () => {} };
  expect(await takeOver(window("?site=KEY&window", null).own)).toBeNull();
  expect(await takeOver(window("?site=KEY", opener).own)).toBeNull();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const left = takeOver(window("?site=KEY&window", opener).own);
  await vi.advanceTimersByTimeAsync(3000);
  expect(await left).toBeNull();
});

test("what is kept about other sites stays where it is", () => {
  const alone = { start: null, say: () => {}, listen: () => {} };
  const storage = mirroredStorage(alone);
  for (const key of ["beseda/token/KEY", "beseda/outbox/visitor/KEY/1", "beseda/token/KEYS", "other/KEY"])
    storage.setItem(key, "x");
  const items = itemsOf(storage, "KEY");
  expect(Object.keys(items)).toEqual(["beseda/token/KEY", "beseda/outbox/visitor/KEY/1"]);
  const taken = storageFor(null, { ...alone, handover: { ...given, items } });
  expect(taken?.getItem("beseda/token/KEY")).toBe("x");
});
