import { useEffect, useState } from "preact/hooks";
import type { Chat } from "../chat/chat";
import { useTexts } from "../i18n/texts";
import { type Kinds, kindsOf } from "./requests";

/** What may be left here; a new `round` asks the server anew. Null until it is here. */
export function useKinds(chat: Chat, token: string | null, round = 0): Kinds | "lost" | null {
  const { language } = useTexts();
  const [kinds, setKinds] = useState<Kinds | "lost" | null>(null);
  useEffect(() => {
    if (token === null) return;
    let current = true;
    kindsOf(chat, language).then(
      (found) => current && setKinds(found),
      () => current && setKinds("lost"),
    );
    return () => {
      current = false;
    };
  }, [chat, token, language, round]);
  return kinds;
}
