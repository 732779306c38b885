import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { remember, remembered } from "../theme/memory";
import style from "./ResizeHandle.module.css";

export interface Width {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly set: (value: number) => void;
  readonly reset: () => void;
}

/** The width of a pane in pixels, remembered by this browser. */
export function useWidth(name: string, usual: number, min: number, max: number): Width {
  const clamp = (value: number) => Math.round(Math.min(max, Math.max(min, value)));
  const [value, setValue] = useState(() => clamp(Number(remembered(`width.${name}`) ?? usual) || usual));
  const set = (next: number) => {
    setValue(clamp(next));
    remember(`width.${name}`, String(clamp(next)));
  };
  return { value, min, max, set, reset: () => set(usual) };
}

/** The edge of a pane: drag it, or move it with the arrow keys; a double click brings the usual width back. */
export function ResizeHandle({ width, side, label }: { width: Width; side: "left" | "right"; label: string }) {
  const [start, setStart] = useState<{ x: number; width: number } | null>(null);
  const sign = side === "left" ? 1 : -1;
  const grab = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setStart({ x: event.clientX, width: width.value });
  };
  const drag = (event: PointerEvent) => {
    if (start !== null) width.set(start.width + sign * (event.clientX - start.x));
  };
  const step = (event: KeyboardEvent) => {
    const direction = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (direction === 0) return;
    event.preventDefault();
    width.set(width.value + sign * direction * (event.shiftKey ? 48 : 12));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is a widget, an <hr> is not.
    <div
      className={style.handle}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width.value}
      aria-valuemin={width.min}
      aria-valuemax={width.max}
      tabIndex={0}
      data-active={start !== null || undefined}
      onPointerDown={grab}
      onPointerMove={drag}
      onPointerUp={() => setStart(null)}
      onPointerCancel={() => setStart(null)}
      onDoubleClick={width.reset}
      onKeyDown={step}
    />
  );
}
