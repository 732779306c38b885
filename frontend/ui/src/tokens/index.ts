/** The grounds an accent has to be readable on; the same values as --b-surface in tokens.css (a test compares them). */
export const surface = { light: "#ffffff", dark: "#171d25" } as const;

/** Accent of the product itself, and of a site that has not chosen its own. */
export const defaultAccent = "#2b62e3";

export type Theme = keyof typeof surface;
