import type { Place, Step } from "../../shared/place";

/** A rectangle of the page as it is seen, CSS pixels. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Which edges are pulled: -1 the left or upper one, 1 the right or lower one, 0 neither. */
export interface Pull {
  readonly x: -1 | 0 | 1;
  readonly y: -1 | 0 | 1;
}

/** Always left free around the window. */
export const gap = 8;
/** So near an edge, or its own corner, the window jumps there once it is let go. */
export const magnet = 24;
/** Not smaller by hand; a viewport that is smaller still has its way. */
export const least = { width: 280, height: 320 };
/** What one press of a button or key does. */
const stride = 40;

const between = (low: number, value: number, high: number) => Math.round(Math.max(low, Math.min(value, high)));

/** The same window inside the area: as large as it can be, moved no further than it must. */
export function clamp({ x, y, width, height }: Rect, area: Rect): Rect {
  const [wide, high] = [area.width - 2 * gap, area.height - 2 * gap];
  const w = between(Math.min(least.width, wide), width, wide);
  const h = between(Math.min(least.height, high), height, high);
  return {
    x: between(area.x + gap, x, area.x + area.width - gap - w),
    y: between(area.y + gap, y, area.y + area.height - gap - h),
    width: w,
    height: h,
  };
}

/** Let go near an edge it lies at the edge, near `home` it is home: then the same object comes back. */
export function snap(rect: Rect, area: Rect, home: Rect): Rect {
  const near = (a: number, b: number) => Math.abs(a - b) <= magnet;
  if (near(rect.x, home.x) && near(rect.y, home.y) && same(rect, { ...rect, width: home.width, height: home.height }))
    return home;
  const toEdge = (at: number, low: number, high: number) => (near(at, low) ? low : near(at, high) ? high : at);
  return clamp(
    {
      ...rect,
      x: toEdge(rect.x, area.x + gap, area.x + area.width - gap - rect.width),
      y: toEdge(rect.y, area.y + gap, area.y + area.height - gap - rect.height),
    },
    area,
  );
}

/** The pulled edges follow the hand by so much; the opposite ones stay. */
export function resize(rect: Rect, pull: Pull, by: { x: number; y: number }, area: Rect): Rect {
  const [x, width] = pulled(rect.x, rect.width, pull.x, by.x, area.x, area.width, least.width);
  const [y, height] = pulled(rect.y, rect.height, pull.y, by.y, area.y, area.height, least.height);
  return clamp({ x, y, width, height }, area);
}

function pulled(
  start: number,
  length: number,
  edge: -1 | 0 | 1,
  by: number,
  from: number,
  room: number,
  minimum: number,
): [start: number, length: number] {
  const end = start + length;
  if (edge === 0) return [start, length];
  if (edge > 0) return [start, between(minimum, length + by, from + room - gap - start)];
  const now = between(minimum, length - by, end - from - gap);
  return [end - now, now];
}

/** Names the window by its nearest corner, so that it keeps to that corner when the browser's window changes. */
export function placeOf({ x, y, width, height }: Rect, area: Rect): Place {
  const [left, top] = [x - area.x, y - area.y];
  const [right, bottom] = [area.width - left - width, area.height - top - height];
  const [side, edge] = [left < right ? "left" : "right", top < bottom ? "top" : "bottom"] as const;
  return { side, edge, across: Math.min(left, right), along: Math.min(top, bottom), width, height };
}

/** Where that is in the area of now: never outside it, and smaller where there is less room. */
export function rectOf({ side, edge, across, along, width, height }: Place, area: Rect): Rect {
  const { width: w, height: h } = clamp({ ...area, width, height }, area);
  return clamp(
    {
      x: side === "left" ? area.x + across : area.x + area.width - across - w,
      y: edge === "top" ? area.y + along : area.y + area.height - along - h,
      width: w,
      height: h,
    },
    area,
  );
}

/** One press; larger and smaller keep the nearest corner, the others keep it too. */
export function stepped(rect: Rect, step: Exclude<Step, "home">, area: Rect): Rect {
  const moved = (x: number, y: number) => clamp({ ...rect, x: rect.x + x, y: rect.y + y }, area);
  const grown = (by: number) => {
    const place = placeOf(rect, area);
    const sized = clamp({ ...area, width: rect.width + by, height: rect.height + by }, area);
    return rectOf({ ...place, width: sized.width, height: sized.height }, area);
  };
  const stretched = (x: number, y: number) => {
    const place = placeOf(rect, area);
    const pull = { x: place.side === "left" ? 1 : -1, y: place.edge === "top" ? 1 : -1 } as const;
    return resize(rect, pull, { x: x * pull.x, y: y * pull.y }, area);
  };
  switch (step) {
    case "left":
      return moved(-stride, 0);
    case "right":
      return moved(stride, 0);
    case "up":
      return moved(0, -stride);
    case "down":
      return moved(0, stride);
    case "larger":
      return grown(stride);
    case "smaller":
      return grown(-stride);
    case "wider":
      return stretched(stride, 0);
    case "narrower":
      return stretched(-stride, 0);
    case "taller":
      return stretched(0, stride);
    case "shorter":
      return stretched(0, -stride);
  }
}

export function same(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

/** Whether two rectangles share anything. */
export function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Nothing that came from a storage is believed: null unless it is a place. */
export function believed(place: unknown): Place | null {
  if (typeof place !== "object" || place === null) return null;
  const { side, edge, across, along, width, height } = place as Place;
  const finite = [across, along, width, height].every(Number.isFinite);
  return finite && (side === "left" || side === "right") && (edge === "top" || edge === "bottom")
    ? { side, edge, across, along, width, height }
    : null;
}
