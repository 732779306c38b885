/** The shortest password the server takes, in characters. */
export const shortestPassword = 12;

/** How hard a password is to guess: 0 nothing typed, 1 refused as too short, 2 passes, 3 good, 4 very good. A hint, not a judge. */
export function strengthOf(password: string): 0 | 1 | 2 | 3 | 4 {
  const characters = [...password];
  if (characters.length === 0) return 0;
  if (characters.length < shortestPassword) return 1;
  const different = new Set(characters).size;
  if (different < 6) return 2;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password)).length;
  const score = characters.length + 2 * kinds + different / 2;
  if (score >= 34) return 4;
  return score >= 24 ? 3 : 2;
}
