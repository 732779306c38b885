import type { Page } from "@beseda/protocol";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchPages } from "./pages";

let moves: Page[];
let page: () => Page;

beforeEach(() => {
  vi.useFakeTimers();
  document.title = "Главная";
  const own: Page[] = [];
  moves = own;
  page = watchPages(
    () => document.title,
    (move) => own.push(move),
  );
});

afterEach(() => vi.useRealTimers());

test("address and title of one move are told together, with where it came from", async () => {
  const before = location.href;
  history.pushState(null, "", "/catalogue?item=can");
  document.title = "Лейка";
  await vi.advanceTimersByTimeAsync(299);
  expect(moves).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(moves).toEqual([{ url: location.href, title: "Лейка", referrer: before }]);
  expect(page()).toBe(moves[0]);
});

test("a replaced address is a move, the same page again is not", async () => {
  history.replaceState(null, "", "/catalogue?item=rake");
  await vi.advanceTimersByTimeAsync(300);
  history.replaceState(null, "", "/catalogue?item=rake");
  await vi.advanceTimersByTimeAsync(300);
  expect(moves.map(({ url }) => new URL(url).search)).toEqual(["?item=rake"]);
});

test("the page's own call of the History API still does its work", () => {
  history.pushState({ step: 2 }, "", "/order");
  expect([history.state, location.pathname]).toEqual([{ step: 2 }, "/order"]);
});
