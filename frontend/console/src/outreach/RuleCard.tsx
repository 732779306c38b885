import { ActionIcon, Switch } from "@mantine/core";
import { ArrowDown, ArrowUp, ChevronDown, ChevronUp } from "lucide-react";
import { useTexts } from "../i18n/texts";
import type { FieldErrors } from "../parts/fieldErrors";
import type { Figures, InvitationRule, Site } from "../rest/types";
import { shortly } from "./conditions";
import { errorWithin } from "./errors";
import style from "./Outreach.module.css";
import { RuleEditor } from "./RuleEditor";

interface Props {
  rule: InvitationRule;
  at: number;
  last: boolean;
  site: Site;
  open: boolean;
  errors: FieldErrors;
  figures: Figures | undefined;
  toggle: () => void;
  change: (rule: InvitationRule) => void;
  move: (to: number) => void;
  remove: () => void;
}

/** A rule in the list: what it asks for and how it fares; open, everything about it. */
export function RuleCard({ rule, at, last, site, open, errors, figures, toggle, change, move, remove }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const joint = t(rule.all ? "outreach.and" : "outreach.or");
  const summary = rule.conditions.map((condition) => shortly(texts, condition)).join(` ${joint} `);
  const name =
    rule.name || (rule.id === "1" ? t("outreach.standardRule") : t("outreach.rule", { number: String(at + 1) }));
  return (
    <div className={style.rule} data-off={rule.enabled ? undefined : true}>
      <div className={style.ruleHead}>
        <Switch
          aria-label={t("outreach.enabled", { name })}
          checked={rule.enabled}
          onChange={(event) => change({ ...rule, enabled: event.currentTarget.checked })}
        />
        <button type="button" className={style.open} aria-expanded={open} onClick={toggle}>
          <p className={style.ruleName}>{name}</p>
          <p className={style.summary}>{summary || t("outreach.atOnce")}</p>
          {!open && errorWithin(errors, `rules[${at}]`) !== undefined && (
            <p className={style.wrong}>{t("outreach.hasErrors")}</p>
          )}
        </button>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          disabled={at === 0}
          aria-label={t("outreach.up")}
          onClick={() => move(at - 1)}
        >
          <ArrowUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          disabled={last}
          aria-label={t("outreach.down")}
          onClick={() => move(at + 1)}
        >
          <ArrowDown size={16} aria-hidden />
        </ActionIcon>
        {open ? <ChevronUp size={18} aria-hidden /> : <ChevronDown size={18} aria-hidden />}
      </div>
      {figures !== undefined && <FiguresLine figures={figures} />}
      {open && (
        <RuleEditor rule={rule} field={`rules[${at}]`} site={site} errors={errors} change={change} remove={remove} />
      )}
    </div>
  );
}

/** How invitations fared in the last 30 days. */
export function FiguresLine({ figures }: { figures: Figures }) {
  const { t, format } = useTexts();
  return (
    <p className={style.figures}>
      {(["shown", "accepted", "refused", "ignored"] as const).map((name) => (
        <span key={name}>
          {t(`outreach.figure.${name}`)} <b>{format.number(figures[name])}</b>
        </span>
      ))}
    </p>
  );
}
