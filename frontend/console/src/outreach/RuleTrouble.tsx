import { TriangleAlert } from "lucide-react";
import { type Texts, useTexts } from "../i18n/texts";
import type { InvitationRule } from "../rest/types";
import { shortly } from "./conditions";
import { type Trouble, troubleOf } from "./contradictions";
import style from "./Outreach.module.css";
import { nameOf } from "./ruleName";

/** Says, while the rules are being written, why one of them will never speak, or hardly ever. */
export function RuleTrouble({ rules, at }: { rules: readonly InvitationRule[]; at: number }) {
  const texts = useTexts();
  const trouble = troubleOf(rules, at);
  if (trouble === null) return null;
  return (
    <p className={style.trouble}>
      <TriangleAlert size={15} aria-hidden />
      <span>{explained(trouble, rules, texts)}</span>
    </p>
  );
}

function explained(trouble: Trouble, rules: readonly InvitationRule[], texts: Texts): string {
  const { t } = texts;
  switch (trouble.kind) {
    case "impossible":
      return t("outreach.trouble.impossible", {
        one: shortly(texts, trouble.one),
        other: shortly(texts, trouble.other),
      });
    case "same":
    case "shadowed":
    case "outrun":
      return t(`outreach.trouble.${trouble.kind}`, { rule: nameOf(rules, trouble.by, texts) });
    case "perDay":
      return t("outreach.trouble.perDay");
  }
}
