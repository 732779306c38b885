/** Code points a message may have; the server says the same. */
export const limit = 4000;
/** So few left are worth saying. */
const worthSaying = 400;

/** How many code points are left, once it matters; negative when there are too many; null before that. */
export function leftOf(text: string): number | null {
  if (text.length < limit - worthSaying) return null;
  const left = limit - [...text].length;
  return left <= worthSaying ? left : null;
}
