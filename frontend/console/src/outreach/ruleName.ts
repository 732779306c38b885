import type { Texts } from "../i18n/texts";
import type { InvitationRule } from "../rest/types";

/** What a rule is called; its place tells those without a name apart. */
export function nameOf(rules: readonly InvitationRule[], at: number, { t }: Texts): string {
  const rule = rules[at];
  if (rule?.name) return rule.name;
  return rule?.id === "1" ? t("outreach.standardRule") : t("outreach.rule", { number: String(at + 1) });
}
