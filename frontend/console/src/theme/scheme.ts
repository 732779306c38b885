import type { MantineColorScheme, MantineColorSchemeManager } from "@mantine/core";
import type { Theme } from "../rest/types";
import { remember, remembered } from "./memory";

const key = "theme";

/** Keeps the theme of this browser, so that the first paint after a reload is already the right one. */
export function schemeManager(): MantineColorSchemeManager {
  return {
    get: (otherwise) => asScheme(remembered(key)) ?? otherwise,
    set: (scheme) => remember(key, scheme),
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    clear: () => remember(key, null),
  };
}

export function schemeOf(theme: Theme): MantineColorScheme {
  return theme === "system" ? "auto" : theme;
}

export function themeOf(scheme: MantineColorScheme): Theme {
  return scheme === "auto" ? "system" : scheme;
}

function asScheme(text: string | null): MantineColorScheme | null {
  return text === "light" || text === "dark" || text === "auto" ? text : null;
}
