import { type MantineColorScheme, useMantineColorScheme } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useSwitchLanguage } from "../i18n/LanguageProvider";
import type { Language } from "../i18n/texts";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { Me, Session } from "../rest/types";
import { themeOf } from "../theme/scheme";

/** Changes the look at once, and lets the account know, so that it is the same in another browser. */
export function useSavedLook() {
  const cache = useQueryClient();
  const { setColorScheme } = useMantineColorScheme();
  const switchLanguage = useSwitchLanguage();
  const save = (change: Partial<Pick<Me, "theme" | "locale">>) => {
    const session = cache.getQueryData<Session>(queries.session.queryKey);
    if (session === undefined) return;
    const operator = { ...session.operator, ...change };
    cache.setQueryData<Session>(queries.session.queryKey, { ...session, operator });
    const { name, title, locale, theme } = operator;
    // The browser remembers the choice anyway; the account follows at the next change if this one fails.
    void request("PUT", "/api/me", { name, title, locale, theme }).catch(() => undefined);
  };
  return {
    saveScheme: (scheme: MantineColorScheme) => {
      setColorScheme(scheme);
      save({ theme: themeOf(scheme) });
    },
    saveLanguage: (language: Language) => {
      switchLanguage(language);
      save({ locale: language });
    },
  };
}
