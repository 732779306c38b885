import { beforeEach, expect, test, vi } from "vitest";
import { Drafts, noDraft } from "./drafts";

const day = 86_400_000;

beforeEach(() => localStorage.clear());

test("a draft outlives the page", () => {
  new Drafts("olga").write("c1", { text: "Здравств", note: false });
  expect(new Drafts("olga").read("c1")).toEqual({ text: "Здравств", note: false });
});

test("each conversation and each operator has its own", () => {
  const drafts = new Drafts("olga");
  drafts.write("c1", { text: "Один", note: false });
  drafts.write("c2", { text: "Два", note: true });
  expect(drafts.read("c1").text).toBe("Один");
  expect(drafts.read("c2")).toEqual({ text: "Два", note: true });
  expect(new Drafts("pavel").read("c1")).toEqual(noDraft);
});

test("a draft keeps what it answers, even before the first word", () => {
  const drafts = new Drafts("olga");
  drafts.write("c1", { text: "", note: false, reply: 7 });
  expect(drafts.read("c1")).toEqual({ text: "", note: false, reply: 7 });
  drafts.write("c1", { text: "", note: false, reply: undefined });
  expect(drafts.read("c1")).toEqual(noDraft);
});

test("an emptied draft is forgotten, the last one with its whole entry", () => {
  const drafts = new Drafts("olga");
  drafts.write("c1", { text: "Один", note: false });
  drafts.write("c1", { text: "", note: false });
  expect(drafts.read("c1")).toEqual(noDraft);
  expect(localStorage.length).toBe(0);
});

test("after thirty days a draft is gone", () => {
  let now = 0;
  const drafts = new Drafts("olga", () => now);
  drafts.write("c1", { text: "Один", note: false });
  now = 29 * day;
  expect(drafts.read("c1").text).toBe("Один");
  now = 30 * day;
  expect(drafts.read("c1")).toEqual(noDraft);
});

test.each(["{", "[]", "null", '{"c1":{"text":1}}', '{"c1":null}'])("a spoilt store (%s) is no draft", (stored) => {
  localStorage.setItem("beseda.console.drafts.olga", stored);
  expect(new Drafts("olga").read("c1")).toEqual(noDraft);
});

test("a browser that keeps nothing doesn't break writing", () => {
  const refuse = vi.spyOn(localStorage, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  expect(() => new Drafts("olga").write("c1", { text: "Один", note: false })).not.toThrow();
  refuse.mockRestore();
});
