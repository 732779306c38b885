import type { Submitted } from "./types";

/** Limits of a text in code points. */
export const TEXT_LIMIT = { visitor: 4000, operator: 16_000 };

/** Says what the server would say to this text, so that the editor needn't wait for it; null when it may be sent. */
export function refusalOf(text: string, limit: number): Extract<Submitted, { ok: false }> | null {
  if (text.trim() === "") {
    return { ok: false, code: "message_empty", params: {} };
  }
  let length = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const control = point < 32 || (point >= 127 && point < 160);
    if ((control && character !== "\n" && character !== "\t") || (point >= 0xd800 && point < 0xe000)) {
      const name = `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
      return { ok: false, code: "message_invalid", params: { character: name } };
    }
    length++;
  }
  return length > limit
    ? { ok: false, code: "message_too_long", params: { limit: `${limit}`, length: `${length}` } }
    : null;
}
