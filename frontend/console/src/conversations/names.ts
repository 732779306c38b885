import type { Conversation, OperatorView, VisitorSummary } from "@beseda/protocol";
import type { Texts } from "../i18n/texts";

/** The visitor's name; a visitor without one goes by number. */
export function visitorName({ name, label }: Pick<VisitorSummary, "name" | "label">, { t }: Pick<Texts, "t">): string {
  if (name !== null && name.trim() !== "") return name;
  return /^\d+$/.test(label) ? t("visitor.numbered", { number: label }) : label;
}

/** What to look for: a visitor without a name is sought by the name that stands on the screen, and found by the number. */
export function sought(query: string, { t }: Pick<Texts, "t">): string {
  const called = t("visitor.numbered", { number: "" }).trim().toLocaleLowerCase();
  const typed = query.trim().toLocaleLowerCase();
  const number = typed.slice(called.length).trim();
  return typed.startsWith(called) && /^\d+$/.test(number) ? number : query;
}

export function ownerName(
  conversation: Conversation,
  operators: Readonly<Record<string, OperatorView>>,
): string | null {
  return conversation.owner === null ? null : (operators[conversation.owner]?.name ?? null);
}
