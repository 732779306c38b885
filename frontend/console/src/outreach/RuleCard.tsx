import { ActionIcon, Switch } from "@mantine/core";
import { ArrowDown, ArrowUp, ChevronDown, ChevronUp } from "lucide-react";
import { useTexts } from "../i18n/texts";
import type { FieldErrors } from "../parts/fieldErrors";
import type { Figures, InvitationRule, Site } from "../rest/types";
import { shortly } from "./conditions";
import { errorWithin } from "./errors";
import style from "./Outreach.module.css";
import { RuleEditor } from "./RuleEditor";
import { RuleTrouble } from "./RuleTrouble";
import { nameOf } from "./ruleName";

interface Props {
  rules: readonly InvitationRule[];
  /** Which of them. */
  at: number;
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
export function RuleCard({ rules, at, site, open, errors, figures, toggle, change, move, remove }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const rule = rules[at];
  if (rule === undefined) return null;
  const joint = t(rule.all ? "outreach.and" : "outreach.or");
  const summary = rule.conditions.map((condition) => shortly(texts, condition)).join(` ${joint} `);
  const name = nameOf(rules, at, texts);
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
        {rules.length > 1 && <Order at={at} last={at === rules.length - 1} move={move} />}
        {open ? <ChevronUp size={18} aria-hidden /> : <ChevronDown size={18} aria-hidden />}
      </div>
      <RuleTrouble rules={rules} at={at} />
      {figures !== undefined && <FiguresLine figures={figures} />}
      {open && (
        <RuleEditor rule={rule} field={`rules[${at}]`} site={site} errors={errors} change={change} remove={remove} />
      )}
    </div>
  );
}

/** Which of two rules speaks when both could is the order they stand in. */
function Order({ at, last, move }: Pick<Props, "at" | "move"> & { last: boolean }) {
  const { t } = useTexts();
  return (
    <>
      <ActionIcon
        className={style.order ?? ""}
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
        className={style.order ?? ""}
        variant="subtle"
        color="gray"
        size={32}
        disabled={last}
        aria-label={t("outreach.down")}
        onClick={() => move(at + 1)}
      >
        <ArrowDown size={16} aria-hidden />
      </ActionIcon>
    </>
  );
}

/** How invitations fared in the last 30 days. */
export function FiguresLine({ figures, alone = false }: { figures: Figures; alone?: boolean }) {
  const { t, format } = useTexts();
  return (
    <p className={style.figures} data-alone={alone || undefined}>
      {(["shown", "accepted", "refused", "ignored"] as const).map((name) => (
        <span key={name}>
          {t(`outreach.figure.${name}`)} <b>{format.number(figures[name])}</b>
        </span>
      ))}
      {!alone && <span>{t("outreach.figure.period")}</span>}
    </p>
  );
}
