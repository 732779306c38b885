import type { Pull } from "./geometry";

/** One movement of a hand, from the first real move to letting go; by how much since then, CSS pixels. */
export interface Drag {
  moved(by: { x: number; y: number }): void;
  /** Let go, or given up: Escape, or the browser took the pointer away. */
  ended(kept: boolean): void;
}

/** A hand trembles: less than this is a click, CSS pixels. */
const slack = 4;

const pulls: readonly Pull[] = [-1, 0, 1].flatMap((y) => [-1, 0, 1].map((x) => ({ x, y }) as Pull));

/**
 * What the window is held by, drawn over it: the eight edges and corners, and the strip above the panel's header. They
 * stand on the page, not in the frame, so that a hand is followed without delay and in the page's own pixels.
 *
 * @param begin called when the hand really moves; a pull of 0, 0 moves the window
 */
export function makeGrips(begin: (pull: Pull) => Drag): { readonly grips: HTMLElement; readonly header: HTMLElement } {
  const grips = document.createElement("div");
  let header = grips;
  grips.className = "box grips";
  grips.ariaHidden = "true";
  for (const pull of pulls) {
    const grip = document.createElement("div");
    grip.className = `grip x${pull.x} y${pull.y}`;
    follow(grip, () => begin(pull));
    // Edges and corners lie over the header's strip.
    if (pull.x || pull.y) grips.append(grip);
    else {
      grips.prepend(grip);
      header = grip;
    }
  }
  return { grips, header };
}

function follow(grip: HTMLElement, begin: () => Drag): void {
  // The focus stays where it is, on the page or in the panel.
  grip.onmousedown = (event) => event.preventDefault();
  grip.onpointerdown = (down) => {
    if (down.button !== 0 || !down.isPrimary) return;
    let drag: Drag | undefined;
    const over = new AbortController();
    const end = (kept: boolean) => {
      over.abort();
      drag?.ended(kept);
    };
    const { signal } = over;
    grip.setPointerCapture(down.pointerId);
    grip.addEventListener(
      "pointermove",
      ({ clientX, clientY }) => {
        const by = { x: clientX - down.clientX, y: clientY - down.clientY };
        if (!drag && Math.hypot(by.x, by.y) < slack) return;
        drag ??= begin();
        drag.moved(by);
      },
      { signal },
    );
    grip.addEventListener("pointerup", () => end(true), { signal });
    grip.addEventListener("lostpointercapture", () => end(false), { signal });
    addEventListener("keydown", ({ key }) => key === "Escape" && end(false), { signal, capture: true });
  };
}
