import { useSyncExternalStore } from "react";
import { remember, remembered } from "../theme/memory";
import { usualLateMinutes } from "./waiting";

const listeners = new Set<() => void>();
let minutes = read();

function read(): number {
  const kept = Number(remembered("lateMinutes"));
  return kept >= 1 && kept <= 60 ? kept : usualLateMinutes;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** From 1 to 60. */
export function chooseLateMinutes(chosen: number): void {
  minutes = Math.min(60, Math.max(1, Math.round(chosen)));
  remember("lateMinutes", minutes === usualLateMinutes ? null : String(minutes));
  for (const listener of listeners) listener();
}

export function lateMinutes(): number {
  return minutes;
}

export function useLateMinutes(): number {
  return useSyncExternalStore(subscribe, lateMinutes);
}

/** How long a visitor may wait for an answer before it counts as late, milliseconds. */
export function useLateAfter(): number {
  return useLateMinutes() * 60_000;
}
