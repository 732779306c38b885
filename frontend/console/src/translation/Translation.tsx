import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import type { TextEntry } from "../conversations/logItems";
import { useTexts } from "../i18n/texts";
import { translatedQuery } from "../rest/translation";
import { useSession } from "../shell/session";
import { useSignal } from "../shell/signals";

const Translated = lazy(() => import("../later").then((file) => ({ default: file.Translated })));

/** What a message may be translated of: words that stand, said to the other side. */
export function isTranslatable({ note, deleted, text, seq }: TextEntry): boolean {
  return !note && deleted !== true && text.trim() !== "" && seq !== null;
}

/** Under the words of a message the same in the reader's language, once that was asked for. */
export function Translation({ of }: { of: TextEntry }) {
  const { translates } = useSession();
  return translates && isTranslatable(of) ? <Below key={of.text} of={of} /> : null;
}

function Below({ of: { text, seq } }: { of: TextEntry }) {
  const { language } = useTexts();
  const cache = useQueryClient();
  const { queryKey } = translatedQuery(text, language);
  const [shown, show] = useState(() => cache.getQueryData(queryKey) !== undefined);
  useSignal("translate", (place) => {
    if (place !== seq) return;
    if (cache.getQueryState(queryKey)?.status === "error") void cache.resetQueries({ queryKey });
    show(true);
  });
  if (!shown) return null;
  return (
    <Suspense fallback={null}>
      <Translated text={text} close={() => show(false)} />
    </Suspense>
  );
}
