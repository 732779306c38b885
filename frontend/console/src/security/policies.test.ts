import { expect, test } from "vitest";
import { rules } from "./policies";

test("style text passes, markup does not", () => {
  const css = ":root{--mantine-scale: 1;} @media(min-width: 48em){.a>.b{color:red}}";
  expect(rules.createHTML(css)).toBe(css);
  expect(() => rules.createHTML("<img src=x onerror=alert(1)>")).toThrow("HTML refused");
});

test("only our own scripts are loaded", () => {
  expect(rules.createScriptURL("/console/worker.js")).toBe("/console/worker.js");
  expect(() => rules.createScriptURL("https://evil.example/x.js")).toThrow("refused");
});
