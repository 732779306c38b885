import { ActionIcon, Button, Group, NumberInput, SegmentedControl, Select, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { languages, useTexts } from "../i18n/texts";
import type { FieldErrors } from "../parts/fieldErrors";
import { queries } from "../rest/queries";
import type { Condition, InvitationRule, Site } from "../rest/types";
import settings from "../settings/Settings.module.css";
import { ConditionFields } from "./ConditionFields";
import { freshCondition, kinds } from "./conditions";
import style from "./Outreach.module.css";

interface Props {
  rule: InvitationRule;
  /** Where the rule stands in what is sent. */
  field: string;
  site: Site;
  errors: FieldErrors;
  change: (rule: InvitationRule) => void;
  remove: () => void;
}

/** Everything about one rule. */
export function RuleEditor({ rule, field, site, errors, change, remove }: Props) {
  const { t } = useTexts();
  const wrong = (name: string) => errors[`${field}.${name}`];
  return (
    <div className={style.body}>
      <TextInput
        label={t("outreach.name")}
        description={t("outreach.nameHint")}
        maxLength={100}
        value={rule.name}
        error={wrong("name")}
        onChange={(event) => change({ ...rule, name: event.currentTarget.value })}
      />
      <Conditions rule={rule} field={field} errors={errors} change={change} />
      {languages
        .filter((language) => site.locale === "auto" || site.locale === language)
        .map((language, at) => (
          <Textarea
            key={language}
            label={t(`outreach.text.${language}`)}
            description={
              at === 0 &&
              t("outreach.textHint", { visitor: "{visitor}", operator: "{operator}", page: "{page}", city: "{city}" })
            }
            placeholder={t(`outreach.standardText.${language}`)}
            autosize
            minRows={2}
            maxRows={5}
            maxLength={300}
            value={rule.text[language] ?? ""}
            error={wrong(`text.${language}`)}
            onChange={(event) =>
              change({ ...rule, text: { ...rule.text, [language]: event.currentTarget.value.replaceAll("\n", " ") } })
            }
          />
        ))}
      <Behalf rule={rule} site={site} change={change} />
      <Limits rule={rule} wrong={wrong} change={change} />
      <div>
        <Button variant="subtle" color="red" onClick={remove}>
          {t("outreach.removeRule")}
        </Button>
      </div>
    </div>
  );
}

function Conditions({ rule, field, errors, change }: Omit<Props, "site" | "remove">) {
  const { t } = useTexts();
  const put = (at: number, condition: Condition) =>
    change({ ...rule, conditions: rule.conditions.map((each, index) => (index === at ? condition : each)) });
  return (
    <section className={style.conditions} aria-label={t("outreach.conditions")}>
      <Group justify="space-between">
        <h3 className={settings.blockTitle}>{t("outreach.conditions")}</h3>
        {rule.conditions.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={t("outreach.conditions")}
            value={rule.all ? "all" : "any"}
            onChange={(value) => change({ ...rule, all: value === "all" })}
            data={[
              { value: "all", label: t("outreach.all") },
              { value: "any", label: t("outreach.any") },
            ]}
          />
        )}
      </Group>
      {rule.conditions.map((condition, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no other name.
        <div className={style.condition} key={at}>
          <Select
            aria-label={t("outreach.kind")}
            allowDeselect={false}
            data={kinds.map((kind) => ({ value: kind, label: t(`outreach.kind.${kind}`) }))}
            value={condition.kind}
            onChange={(kind) => kind !== null && put(at, freshCondition(kind as Condition["kind"]))}
          />
          <div className={style.wanted}>
            <ConditionFields
              value={condition}
              field={`${field}.conditions[${at}]`}
              errors={errors}
              change={(changed) => put(at, changed)}
            />
          </div>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t("outreach.removeCondition")}
            onClick={() => change({ ...rule, conditions: rule.conditions.filter((_, index) => index !== at) })}
          >
            <X size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => change({ ...rule, conditions: [...rule.conditions, freshCondition("page")] })}
        >
          {t("outreach.addCondition")}
        </Button>
      </div>
    </section>
  );
}

function Behalf({ rule, site, change }: Pick<Props, "rule" | "site" | "change">) {
  const { t } = useTexts();
  const operators = useQuery(queries.operators).data ?? [];
  const serving = operators.filter(
    ({ disabled, sites }) => !disabled && (sites.length === 0 || sites.includes(site.id)),
  );
  return (
    <Select
      label={t("outreach.behalf")}
      description={t("outreach.behalfHint")}
      clearable
      placeholder={t("outreach.anybody")}
      data={serving.map(({ id, name }) => ({ value: id, label: name }))}
      value={rule.operator}
      onChange={(operator) => change({ ...rule, operator })}
    />
  );
}

function Limits({
  rule,
  wrong,
  change,
}: Pick<Props, "rule" | "change"> & { wrong: (name: string) => string | undefined }) {
  const { t } = useTexts();
  return (
    <section className={style.conditions} aria-label={t("outreach.limits")}>
      <h3 className={settings.blockTitle}>{t("outreach.limits")}</h3>
      <p className={settings.faint}>{t("outreach.limitsHint")}</p>
      <div className={style.four}>
        {(["perVisit", "perDay", "afterRefusal", "afterConversation"] as const).map((name) => (
          <NumberInput
            key={name}
            label={t(`outreach.${name}`)}
            min={name.startsWith("per") ? 1 : 0}
            allowDecimal={false}
            value={rule[name]}
            error={wrong(name)}
            onChange={(value) => change({ ...rule, [name]: Number(value) || 0 })}
          />
        ))}
      </div>
    </section>
  );
}
