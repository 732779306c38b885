import { describe, expect, test } from "vitest";
import { surface } from "../tokens/index";
import { toHex, toOklch } from "./colour";
import { accentFor, applyAccent, contrastRatio, readable } from "./index";

test("contrast is the one of WCAG, in either order", () => {
  expect(contrastRatio("#000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrastRatio("#ffffff", "#767676")).toBeCloseTo(4.54, 2);
  expect(contrastRatio("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});

test.each(["red", "#12", "", "#12345g"])("refuses %j and names it", (text) => {
  expect(() => contrastRatio(text, "#ffffff")).toThrow(`colour "${text}": expected #rgb or #rrggbb`);
});

test.each(["#000000", "#ffffff", "#2b62e3", "#ffd400", "#7f7f7f"])("%s survives the way to OKLCH and back", (hex) => {
  expect(toHex(toOklch(hex))).toBe(hex);
});

const channel = ["00", "33", "66", "99", "cc", "ff"];
const brands = channel.flatMap((r) => channel.flatMap((g) => channel.map((b) => `#${r}${g}${b}`)));

describe.each(["light", "dark"] as const)("on the %s theme", (theme) => {
  test("every brand colour ends readable", () => {
    const unreadable = brands.filter((brand) => {
      const accent = accentFor(brand, theme);
      return (
        contrastRatio(accent.onFill, accent.fill) < readable ||
        contrastRatio(accent.onFill, accent.hover) < readable ||
        contrastRatio(accent.text, surface[theme]) < readable ||
        contrastRatio(accent.text, accent.soft) < readable
      );
    });
    expect(unreadable).toEqual([]);
  });
});

test("a brand that is readable already stays as it is", () => {
  expect(accentFor("#0b5fff", "light").fill).toBe("#0b5fff");
  expect(accentFor("#ffd400", "light")).toMatchObject({ fill: "#ffd400", onFill: "#10161e" });
});

test("a brand near white text is darkened, not inked over", () => {
  const accent = accentFor("#3b8cff", "light");
  expect(accent.onFill).toBe("#ffffff");
  expect(accent.fill).not.toBe("#3b8cff");
  expect(Math.abs(toOklch(accent.fill).hue - toOklch("#3b8cff").hue)).toBeLessThan(0.05);
});

test("an accent is put on an element for both themes", () => {
  const element = document.createElement("div");
  applyAccent(element, "#ffd400");
  expect(element.style.getPropertyValue("--b-accent")).toBe("light-dark(#ffd400, #ffd400)");
  expect(element.style.getPropertyValue("--b-on-accent")).toBe("light-dark(#10161e, #10161e)");
});
