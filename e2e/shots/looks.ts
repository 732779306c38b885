/** One way in which a screen is seen. */
export interface Seen {
  readonly language: "ru" | "en";
  readonly dark: boolean;
  readonly phone: boolean;
}

/** Every screen is photographed in all of them. */
export const looks: readonly Seen[] = (["ru", "en"] as const).flatMap((language) =>
  [false, true].flatMap((dark) => [false, true].map((phone) => ({ language, dark, phone }))),
);

/** As it stands in a picture's name. */
export function nameOf({ language, dark, phone }: Seen): string {
  return `${language}.${dark ? "dark" : "light"}.${phone ? 390 : 1440}`;
}
