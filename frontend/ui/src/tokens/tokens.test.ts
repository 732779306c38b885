import { describe, expect, test } from "vitest";
import { contrastRatio } from "../contrast/index";
import { defaultAccent, surface } from "./index";
import css from "./tokens.css?raw";

const pairs = new Map<string, { light: string; dark: string }>();
for (const [, name, light, dark] of css.matchAll(/--b-([\w-]+): light-dark\((#\w+), (#\w+)\)/g)) {
  if (name && light && dark) pairs.set(name, { light, dark });
}

function colour(name: string, theme: "light" | "dark"): string {
  const pair = pairs.get(name);
  if (!pair) throw new Error(`tokens.css has no colour --b-${name}`);
  return pair[theme];
}

const grounds = ["canvas", "surface", "raised", "hover", "selected"];
const texts: readonly [text: string, grounds: readonly string[]][] = [
  ["text", [...grounds, "sunken"]],
  ["text-muted", [...grounds, "sunken"]],
  ["text-faint", ["canvas", "surface", "raised", "hover"]],
  ["accent-text", [...grounds, "accent-soft"]],
  ["on-accent", ["accent", "accent-hover"]],
  ["waiting-text", ["surface", "canvas", "hover", "selected", "waiting-soft"]],
  ["late-text", ["surface", "canvas", "hover", "selected", "late-soft"]],
  ["online-text", ["surface", "canvas", "hover", "selected", "online-soft"]],
  ["note-text", ["note"]],
];

describe.each(["light", "dark"] as const)("%s theme", (theme) => {
  for (const [text, allowed] of texts) {
    test.each(allowed)(`${text} is readable on %s`, (ground) => {
      expect(contrastRatio(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
    });
  }

  test("the surface known to the accent correction is the one in the style sheet", () => {
    expect(colour("surface", theme)).toBe(surface[theme]);
  });
});

test("the default accent is the one in the style sheet", () => {
  expect(colour("accent", "light")).toBe(defaultAccent);
});
