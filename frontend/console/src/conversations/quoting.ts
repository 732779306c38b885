import type { Conversation, Event } from "@beseda/protocol";
import { createContext, useContext } from "react";
import { useTexts } from "../i18n/texts";
import { useConsole } from "../shell/line";
import { visitorName } from "./names";

/** The public log in which what a message answers is looked up. */
export const QuotedContext = createContext<readonly Event[]>([]);

export interface Quoted {
  /** Null while the message is not loaded. */
  readonly name: string | null;
  readonly words: string;
}

export function useQuoted(conversation: Conversation, seq: number): Quoted {
  return useQuotedOf(useContext(QuotedContext), conversation, seq);
}

/** Whom and what a message quotes, as it is now. */
export function useQuotedOf(log: readonly Event[], { visitor }: Conversation, seq: number): Quoted {
  const texts = useTexts();
  const { t } = texts;
  const event = log[seq - (log[0]?.seq ?? 0)];
  const author = event?.author;
  const operator = useConsole((state) => (author?.kind === "operator" ? state.operators[author.id]?.name : undefined));
  if (event === undefined) return { name: null, words: t("quote.earlier") };
  const name = author?.kind === "visitor" ? visitorName(visitor, texts) : (operator ?? t("person.unknown"));
  const { body } = event;
  const words =
    body.type === "message"
      ? body.text.trim() || (body.files ?? []).map((file) => file.name).join(", ")
      : t("message.deleted");
  return { name, words };
}
