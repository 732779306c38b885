import { createContext, type ReactNode, use, useCallback, useState } from "react";
import { remember } from "../theme/memory";
import { type Language, loadTexts, type Texts, TextsProvider } from "./texts";

const SwitchContext = createContext<(language: Language) => void>(() => undefined);

/** Gives the texts of one language to everything below, and a way to change it without losing what is on the screen. */
export function LanguageProvider({ first, children }: { first: Texts; children: ReactNode }) {
  const [texts, setTexts] = useState(first);
  const change = useCallback((language: Language) => {
    remember("language", language);
    void loadTexts(language).then((loaded) => {
      document.documentElement.lang = language;
      setTexts(loaded);
    });
  }, []);
  return (
    <SwitchContext value={change}>
      <TextsProvider value={texts}>{children}</TextsProvider>
    </SwitchContext>
  );
}

export function useSwitchLanguage(): (language: Language) => void {
  return use(SwitchContext);
}
