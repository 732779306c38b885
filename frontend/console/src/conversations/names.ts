import type { Conversation, OperatorView, VisitorSummary } from "@beseda/protocol";
import type { Texts } from "../i18n/texts";

/** The visitor's name; a visitor without one goes by number. */
export function visitorName({ name, label }: Pick<VisitorSummary, "name" | "label">, { t }: Pick<Texts, "t">): string {
  if (name !== null && name.trim() !== "") return name;
  return /^\d+$/.test(label) ? t("visitor.numbered", { number: label }) : label;
}

export function ownerName(
  conversation: Conversation,
  operators: Readonly<Record<string, OperatorView>>,
): string | null {
  return conversation.owner === null ? null : (operators[conversation.owner]?.name ?? null);
}
