import type { Place, Step } from "../../shared/place";
import type { Kept, ToLoader, ToPanel } from "../../shared/port";
import {
  believed,
  clamp,
  overlap,
  type Pull,
  placeOf,
  type Rect,
  rectOf,
  resize,
  same,
  snap,
  stepped,
} from "./geometry";
import { type Drag, makeGrips } from "./grips";
import style from "./window.css?inline";

/** What the loader lends. */
export interface Tools {
  /** The loader's own corner of the page, in its closed shadow root. */
  readonly place: HTMLElement;
  /** Where the panel stands. */
  readonly box: HTMLElement;
  read(): Kept;
  change(part: Kept): void;
  say(message: ToPanel): void;
}

/** The window once it can be moved. */
export interface Arranged {
  heard(message: Extract<ToLoader, { t: "handle" | "step" }>): void;
}

/** A little pinching is not zooming. */
const unpinched = 1.01;

/**
 * Lets the visitor move the window and change its size, and keeps it inside what is seen of the page: the browser's window
 * or what an on-screen keyboard leaves of it. Only a transform changes while it moves; the page is never laid out anew.
 */
export function arrange({ place: all, box, read, change, say }: Tools): Arranged {
  const button = all.querySelector(".toggle") as HTMLElement;
  const field = made("field");
  /** Never seen: lies where the style sheet has the window. */
  const twin = made("box twin");
  const { grips, header } = makeGrips(begin);
  let wanted = believed(read().place);
  let held = false;
  let wasFull: boolean | undefined;

  function made(name: string): HTMLElement {
    const element = document.createElement("div");
    element.className = name;
    return element;
  }

  /** All that is seen, or what the keyboard leaves of it; whoever pinches looks closer at the same page. */
  function area(): Rect {
    const { clientWidth: width, clientHeight: height } = field;
    const seen = visualViewport;
    if (!seen || seen.scale > unpinched) return { x: 0, y: 0, width, height };
    const { offsetLeft: x, offsetTop: y } = seen;
    return { x, y, width: Math.min(width, seen.width), height: Math.min(height, seen.height) };
  }

  const isFull = () => twin.clientWidth === field.clientWidth;
  const home = () => rounded(twin.getBoundingClientRect());
  const now = (within = area()) => (wanted ? rectOf(wanted, within) : clamp(home(), within));

  function show({ x, y, width, height }: Rect): string {
    const css = `inset:0 auto auto 0;translate:${x}px ${y}px;width:${width}px;height:${height}px`;
    box.style.cssText = grips.style.cssText = css;
    return css;
  }

  function settle(): void {
    if (held || !all.isConnected) return;
    const full = isFull();
    if (full) {
      const { scale = 1, height = innerHeight, offsetTop = 0 } = visualViewport ?? {};
      box.style.cssText = `--high:${height * scale}px;--top:${scale > unpinched ? 0 : offsetTop}px`;
    } else cover(now());
    if (full !== wasFull) say({ t: "movable", movable: !full });
    wasFull = full;
  }

  /** The window over the button takes its place: it has a cross of its own. */
  function cover(rect: Rect): string {
    all.toggleAttribute("covered", overlap(rect, rounded(button.getBoundingClientRect())));
    return show(rect);
  }

  function keep(rect: Rect, place: Place | null): void {
    wanted = place;
    const at = cover(rect);
    change({ place, at: place ? at : "" });
  }

  function hold(now: boolean): void {
    held = now;
    all.toggleAttribute("held", now);
  }

  function begin(pull: Pull): Drag {
    const within = area();
    const start = now(within);
    const corner = home();
    const moves = !pull.x && !pull.y;
    let rect = start;
    hold(true);
    return {
      moved(by) {
        rect = moves
          ? clamp({ ...start, x: start.x + by.x, y: start.y + by.y }, within)
          : resize(start, pull, by, within);
        show(rect);
      },
      ended(kept) {
        hold(false);
        if (!kept) return settle();
        const end = moves ? snap(rect, within, corner) : rect;
        keep(end, same(end, corner) ? null : placeOf(end, within));
      },
    };
  }

  function step(by: Step): void {
    if (isFull()) return;
    const within = area();
    const rect = by === "home" ? clamp(home(), within) : stepped(now(within), by, within);
    keep(rect, by === "home" ? null : placeOf(rect, within));
  }

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  const root = all.getRootNode() as ShadowRoot;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  all.append(field, twin, grips);
  // What is already there does not slide to where it is: its styles are taken as they are before anything may slide again.
  all.toggleAttribute("held", true);
  settle();
  box.getBoundingClientRect();
  requestAnimationFrame(() => all.toggleAttribute("held", held));

  const watch = new ResizeObserver(settle);
  watch.observe(field);
  watch.observe(twin);
  new MutationObserver(settle).observe(all, { attributeFilter: ["class"] });
  visualViewport?.addEventListener("resize", settle);
  visualViewport?.addEventListener("scroll", settle);
  addEventListener("storage", () => {
    const other = believed(read().place);
    if (JSON.stringify(other) === JSON.stringify(wanted)) return;
    wanted = other;
    settle();
  });

  return {
    heard(message) {
      if (message.t === "step") step(message.step);
      else {
        const { width, height } = message;
        header.style.cssText = `inset:0 auto auto 0;width:${width}px;height:${height}px`;
        say({ t: "movable", movable: !isFull() });
      }
    },
  };
}

function rounded({ x, y, width, height }: Rect): Rect {
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
}
