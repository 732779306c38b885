import {
  hrefFor,
  type TextColour,
  type TextFont,
  type TextHighlight,
  type TextMark,
  type TextSize,
} from "@beseda/client";

/** What pasted words look like, as far as we know such looks. */
export interface Look {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly size?: TextSize | null;
  readonly font?: TextFont | null;
  readonly colour?: TextColour | null;
  readonly highlight?: TextHighlight | null;
  readonly href?: string | null;
}

const ofTags: Readonly<Record<string, Look>> = {
  b: { bold: true },
  strong: { bold: true },
  i: { italic: true },
  em: { italic: true },
  cite: { italic: true },
  u: { underline: true },
  ins: { underline: true },
  mark: { highlight: "yellow" },
  code: { font: "mono" },
  kbd: { font: "mono" },
  tt: { font: "mono" },
  pre: { font: "mono" },
  small: { size: "small" },
  big: { size: "large" },
  h1: { bold: true, size: "huge" },
  h2: { bold: true, size: "large" },
  h3: { bold: true },
  h4: { bold: true },
  h5: { bold: true },
  h6: { bold: true },
  th: { bold: true },
};
const own = {
  size: ["small", "large", "huge"],
  font: ["serif", "mono"],
  colour: ["red", "orange", "green", "blue", "violet", "grey"],
  highlight: ["yellow", "green", "blue", "pink"],
} as const;
const named: Readonly<Record<string, string>> = {
  red: "#ff0000",
  darkred: "#8b0000",
  orange: "#ffa500",
  yellow: "#ffff00",
  green: "#008000",
  lime: "#00ff00",
  aqua: "#00ffff",
  cyan: "#00ffff",
  blue: "#0000ff",
  navy: "#000080",
  purple: "#800080",
  violet: "#ee82ee",
  fuchsia: "#ff00ff",
  magenta: "#ff00ff",
  pink: "#ffc0cb",
  gray: "#808080",
  grey: "#808080",
};

type Attributes = ReadonlyMap<string, string>;
type Style = ReadonlyMap<string, string>;

/** The look within an element: what was around, changed by its name, its attributes and its style. */
export function lookWithin(around: Look, name: string, attributes: Attributes, block: boolean): Look {
  const style = stylesOf(attributes.get("style") ?? "");
  const href = name === "a" ? linkOf(attributes.get("href") ?? "") : (around.href ?? null);
  return {
    ...around,
    ...ofTags[name],
    ...lettersOf(style),
    ...shapeOf(style, name, attributes),
    // A link has a colour and a line of its own.
    ...(name === "a" || href !== null ? {} : inksOf(style, name, attributes)),
    ...(block ? {} : groundOf(style)),
    ...ownOf(attributes),
    href,
  };
}

function linkOf(href: string): string | null {
  return /^(?:https?|mailto|tel):/i.test(href.trim()) ? hrefFor(href) : null;
}

function lettersOf(style: Style): Look {
  const weight = style.get("font-weight");
  const slant = style.get("font-style");
  return {
    ...(weight === undefined ? {} : { bold: weight.includes("bold") || Number(weight) >= 600 }),
    ...(slant === undefined ? {} : { italic: /italic|oblique/.test(slant) }),
  };
}

function shapeOf(style: Style, name: string, attributes: Attributes): Look {
  const size = style.get("font-size");
  const family = style.get("font-family") ?? attributes.get("face");
  return {
    ...(size === undefined || name in ofTags ? {} : { size: sizeOf(size) }),
    ...(family === undefined ? {} : { font: fontOf(family) }),
  };
}

function inksOf(style: Style, name: string, attributes: Attributes): Look {
  const decoration = style.get("text-decoration-line") ?? style.get("text-decoration");
  const colour = style.get("color") ?? (name === "font" ? attributes.get("color") : undefined);
  return {
    ...(decoration === undefined ? {} : { underline: decoration.includes("underline") }),
    ...(colour === undefined ? {} : { colour: inkOf(colour.toLowerCase()) }),
  };
}

function groundOf(style: Style): Look {
  const ground = style.get("background-color") ?? style.get("background") ?? style.get("mso-highlight");
  return ground === undefined ? {} : { highlight: markerOf(ground) };
}

/** What was copied from an answer of ours says itself what it is. */
function ownOf(attributes: Attributes): Look {
  const known = Object.entries(own).flatMap(([key, values]) => {
    const value = attributes.get(`data-${key}`);
    return value !== undefined && (values as readonly string[]).includes(value) ? [[key, value]] : [];
  });
  return Object.fromEntries(known);
}

export function marksOf({ bold, italic, underline, size, font, colour, highlight, href }: Look): TextMark[] {
  const marks: TextMark[] = [];
  if (bold) marks.push({ type: "bold" });
  if (italic) marks.push({ type: "italic" });
  if (underline) marks.push({ type: "underline" });
  if (size) marks.push({ type: "size", value: size });
  if (font) marks.push({ type: "font", value: font });
  if (colour) marks.push({ type: "colour", value: colour });
  if (highlight) marks.push({ type: "highlight", value: highlight });
  if (href) marks.push({ type: "link", href });
  return marks;
}

/** Declarations of a style attribute by name, in small letters. */
export function stylesOf(style: string): ReadonlyMap<string, string> {
  const declarations = style.slice(0, 4000).toLowerCase().split(";");
  return new Map(
    declarations.flatMap((each): [string, string][] => {
      const colon = each.indexOf(":");
      return colon < 0 ? [] : [[each.slice(0, colon).trim(), each.slice(colon + 1).trim()]];
    }),
  );
}

function sizeOf(written: string): TextSize | null {
  const [, number = "", unit = ""] = /^([\d.]+)(px|pt|em|rem|%)/.exec(written) ?? [];
  const pixels: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, em: 16, rem: 16, "%": 0.16 };
  const size = Number(number) * (pixels[unit] ?? Number.NaN);
  if (size >= 24) return "huge";
  if (size >= 18.5) return "large";
  return size < 11.5 ? "small" : null;
}

function fontOf(families: string): TextFont | null {
  const first = families.toLowerCase().split(",")[0] ?? "";
  if (/courier|consolas|mono|menlo/.test(first)) return "mono";
  return /times|georgia|cambria|garamond|(?<!sans[- ])serif/.test(first) ? "serif" : null;
}

interface Shade {
  readonly hue: number;
  readonly saturation: number;
  readonly light: number;
}

function inkOf(written: string): TextColour | null {
  const shade = shadeOf(written);
  if (shade === null || shade.light > 0.92) return null;
  const { hue, saturation, light } = shade;
  if (saturation < 0.25) return light > 0.4 && light < 0.75 ? "grey" : null;
  if (light < 0.12) return null;
  if (hue < 15 || hue >= 340) return "red";
  if (hue < 60) return "orange";
  if (hue < 170) return "green";
  return hue < 255 ? "blue" : "violet";
}

function markerOf(written: string): TextHighlight | null {
  const shade = shadeOf(written);
  if (shade === null || shade.saturation < 0.25 || shade.light < 0.3 || shade.light > 0.98) return null;
  const { hue } = shade;
  if (hue >= 20 && hue < 75) return "yellow";
  if (hue >= 75 && hue < 170) return "green";
  return hue >= 170 && hue < 260 ? "blue" : "pink";
}

function shadeOf(written: string): Shade | null {
  const parts = channels(named[written] ?? written);
  if (parts === null) return null;
  const [red, green, blue] = parts;
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const span = most - least;
  const light = (most + least) / 2;
  if (span === 0) return { hue: 0, saturation: 0, light };
  const turn =
    most === red ? (green - blue) / span : most === green ? 2 + (blue - red) / span : 4 + (red - green) / span;
  return { hue: (turn * 60 + 360) % 360, saturation: span / (1 - Math.abs(2 * light - 1)), light };
}

function channels(colour: string): [number, number, number] | null {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})\b/.exec(colour)?.[1];
  if (hex !== undefined) {
    const wide = hex.length === 3 ? [...hex].map((each) => each + each).join("") : hex;
    const part = (at: number) => Number.parseInt(wide.slice(at, at + 2), 16) / 255;
    return [part(0), part(2), part(4)];
  }
  const numbers = /^rgba?\(([\d.\s,%/]+)\)/
    .exec(colour)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number);
  const [red = Number.NaN, green = Number.NaN, blue = Number.NaN, alpha = 1] = numbers ?? [];
  return Number.isNaN(red + green + blue) || alpha < 0.2 ? null : [red / 255, green / 255, blue / 255];
}
