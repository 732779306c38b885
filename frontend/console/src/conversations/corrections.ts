import type { LogItem, TextEntry } from "./logItems";

const minute = 60_000;

/** Mine, told to the visitor, and young enough to be changed or deleted. */
export function isCorrectable(text: TextEntry, me: string, now: number, editMinutes: number): boolean {
  const { author, seq, note, deleted, at } = text;
  const mine = author.kind === "operator" && author.id === me;
  return mine && seq !== null && !note && deleted !== true && now - at <= editMinutes * minute;
}

/** Key of the last message that may be changed, or null. */
export function lastCorrectable(
  items: readonly LogItem[],
  me: string,
  now: number,
  editMinutes: number,
): string | null {
  const last = [...items]
    .reverse()
    .find((item) => item.kind === "text" && isCorrectable(item.text, me, now, editMinutes));
  return last?.key ?? null;
}
