import { TEXT_LIMIT } from "@beseda/client";

/** Code points in an operator's message or note, as the server counts them. */
export const operatorLimit = TEXT_LIMIT.operator;

/** How many may still be typed; negative when it is too long already. */
export function charactersLeft(text: string): number {
  // Only near the limit is it worth counting the pairs of surrogates one by one.
  return operatorLimit - (text.length <= operatorLimit / 2 ? text.length : [...text].length);
}
