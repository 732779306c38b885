import { surface, type Theme } from "../tokens/index";
import { luminance, toHex, toOklch } from "./colour";

/** What WCAG 2 AA asks of text. */
export const readable = 4.5;

const paper = "#ffffff";
const ink = "#10161e";

/** WCAG contrast of two opaque colours, 1 to 21; the order does not matter. */
export function contrastRatio(one: string, other: string): number {
  const a = luminance(one);
  const b = luminance(other);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** A brand colour made usable on one theme: everything in it reaches 4.5:1 where text is concerned. */
export interface Accent {
  /** Ground of buttons and own messages. */
  readonly fill: string;
  readonly hover: string;
  /** Text and icons on `fill`. */
  readonly onFill: string;
  /** The accent as text, link or focus ring on a surface and on `soft`. */
  readonly text: string;
  /** Pale ground for selected and highlighted things. */
  readonly soft: string;
}

/**
 * Keeps the hue of the brand and moves only its lightness, as little as needed. White text is preferred while the brand
 * is near enough (3:1), because people expect white on a saturated button; lighter brands get dark text.
 */
export function accentFor(brand: string, theme: Theme): Accent {
  const ground = surface[theme];
  const onFill = contrastRatio(brand, paper) >= 3 ? paper : ink;
  const fill = shiftUntil(brand, onFill === paper ? -1 : 1, (colour) => contrastRatio(colour, onFill) >= readable);
  const soft = softened(brand, theme);
  const text = shiftUntil(
    brand,
    theme === "light" ? -1 : 1,
    (colour) => contrastRatio(colour, ground) >= readable && contrastRatio(colour, soft) >= readable,
  );
  return { fill, hover: hovered(fill, onFill), onFill, text, soft };
}

/** Puts a brand colour on an element and everything below it, for both themes. Works under a strict CSP: no style text. */
export function applyAccent(element: HTMLElement | SVGElement, brand: string): void {
  const light = accentFor(brand, "light");
  const dark = accentFor(brand, "dark");
  const set = (name: string, part: keyof Accent) =>
    element.style.setProperty(`--b-${name}`, `light-dark(${light[part]}, ${dark[part]})`);
  set("accent", "fill");
  set("accent-hover", "hover");
  set("on-accent", "onFill");
  set("accent-text", "text");
  set("accent-soft", "soft");
}

function shiftUntil(colour: string, direction: 1 | -1, good: (colour: string) => boolean): string {
  if (good(colour)) return colour;
  const start = toOklch(colour);
  for (let lightness = start.lightness; lightness >= 0 && lightness <= 1; lightness += direction * 0.005) {
    const shifted = toHex({ ...start, lightness });
    if (good(shifted)) return shifted;
  }
  return direction > 0 ? paper : ink;
}

function softened(brand: string, theme: Theme): string {
  const { chroma, hue } = toOklch(brand);
  return theme === "light"
    ? toHex({ lightness: 0.955, chroma: Math.min(chroma, 0.022), hue })
    : toHex({ lightness: 0.29, chroma: Math.min(chroma, 0.055), hue });
}

/** Away from the text on it, so that hovering never makes it less readable. */
function hovered(fill: string, onFill: string): string {
  const colour = toOklch(fill);
  const step = onFill === paper ? -0.04 : 0.04;
  return toHex({ ...colour, lightness: Math.min(1, Math.max(0, colour.lightness + step)) });
}
