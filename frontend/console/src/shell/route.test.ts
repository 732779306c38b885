import { expect, test } from "vitest";
import { navigate, parseRoute, pathOf, type Route } from "./route";

const routes: Route[] = [
  { page: "conversations", conversation: null },
  { page: "conversations", conversation: "c 1/2" },
  { page: "operators" },
  { page: "settings", section: null, item: null },
  { page: "settings", section: "sites", item: null },
  { page: "settings", section: "sites", item: "s1" },
  { page: "visitors", visitor: null },
  { page: "visitors", visitor: "7" },
  { page: "knowledge", article: null },
  { page: "knowledge", article: "12" },
  { page: "archive", conversation: null },
  { page: "archive", conversation: "c9" },
  { page: "reports", part: null },
  { page: "reports", part: "worktime" },
  { page: "invitation", token: "a-b_c" },
];

test.each(routes.map((route) => [pathOf(route), route] as const))("%s leads back to itself", (path, route) => {
  expect(parseRoute(path)).toEqual(route);
});

test.each(["/nowhere", "/conversations", "/invitation", "/%E0%A4%A"])("%s leads to the conversations", (path) => {
  expect(parseRoute(path)).toEqual({ page: "conversations", conversation: null });
});

test("going where one is leaves no trace in the history", () => {
  navigate({ page: "settings", section: "me", item: null });
  const before = history.length;
  navigate({ page: "settings", section: "me", item: null });
  expect(history.length).toBe(before);
  expect(location.pathname).toBe("/settings/me");
});
