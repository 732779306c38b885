/** The colour of an icon on an accent: white while it can be seen (3:1, WCAG), else nearly black. `accent` is #rrggbb. */
export function inkOn(accent: string): string {
  const light = (at: number, weight: number) => weight * (Number.parseInt(accent.slice(at, at + 2), 16) / 255) ** 2.2;
  return light(1, 0.2126) + light(3, 0.7152) + light(5, 0.0722) > 0.29 ? "#10161e" : "#fff";
}
