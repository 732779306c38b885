import { ActionIcon, Button, NumberInput, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus, Trash2 } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { OfSite } from "../outreach/OfSite";
import type { GoalPage, GoalPages } from "../rest/clients";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { Site } from "../rest/types";
import { Loaded } from "./Loaded";
import own from "./QuestionnairePage.module.css";
import { SaveBar } from "./SaveBar";
import style from "./Settings.module.css";
import { type Form, useForm } from "./useForm";

const most = 20;
const paths = Array.from({ length: most }, (_, at) => [
  `goals.${at}.page`,
  `goals.${at}.name`,
  `goals.${at}.value`,
]).flat();

/** Which pages of a site are goals: whoever opens one has done what the site wants. */
export function GoalsPage({ item }: { item: string | null }) {
  const { t } = useTexts();
  return (
    <OfSite section="goals" item={item} title={t("settings.goals")} lead={t("goals.lead")}>
      {(site) => <Stored key={site.id} site={site} />}
    </OfSite>
  );
}

function Stored({ site }: { site: Site }) {
  const stored = useQuery(queries.goalPages(site.id));
  return <Loaded of={stored}>{(data) => <Goals site={site} stored={data} />}</Loaded>;
}

function Goals({ site, stored }: { site: Site; stored: GoalPages }) {
  const { t } = useTexts();
  const cache = useQueryClient();
  const form = useForm<GoalPages>(`goals ${site.id}`, stored, paths, async (wanted) => {
    const changed = await request<GoalPages>("PUT", `/api/sites/${site.id}/goals`, wanted);
    cache.setQueryData(queries.goalPages(site.id).queryKey, changed);
  });
  const { goals } = form.value;
  return (
    <form className={style.form} onSubmit={form.submit} noValidate>
      {goals.length === 0 && <p className={style.faint}>{t("goals.none")}</p>}
      {goals.map((goal, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a goal is named by its place; two may be the same while they are written.
        <One key={at} goal={goal} at={at} form={form} />
      ))}
      {goals.length < most && (
        <div className={own.add}>
          <Button
            variant="default"
            leftSection={<Plus size={16} aria-hidden />}
            onClick={() => form.change({ goals: [...goals, { page: "", name: "", value: null }] })}
          >
            {t("goals.add")}
          </Button>
        </div>
      )}
      <SaveBar form={form} />
    </form>
  );
}

function One({ goal, at, form }: { goal: GoalPage; at: number; form: Form<GoalPages> }) {
  const { t } = useTexts();
  const { goals } = form.value;
  const name = goal.name || t("goals.unnamed", { number: at + 1 });
  const put = (change: Partial<GoalPage>) =>
    form.change({ goals: goals.map((each, index) => (index === at ? { ...each, ...change } : each)) });
  return (
    <fieldset className={own.field} aria-label={name}>
      <div className={own.head}>
        <b>{name}</b>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={t("goals.remove", { name })}
          onClick={() => form.change({ goals: goals.filter((_, index) => index !== at) })}
        >
          <Trash2 size={18} aria-hidden />
        </ActionIcon>
      </div>
      <TextInput
        label={t("goals.page")}
        description={t("goals.pageHint")}
        placeholder="/thanks*"
        maxLength={300}
        value={goal.page}
        error={form.errors[`goals.${at}.page`]}
        onChange={(event) => put({ page: event.currentTarget.value })}
      />
      <TextInput
        label={t("goals.name")}
        placeholder="order"
        maxLength={64}
        value={goal.name}
        error={form.errors[`goals.${at}.name`]}
        onChange={(event) => put({ name: event.currentTarget.value })}
      />
      <NumberInput
        label={t("goals.value")}
        description={t("goals.valueHint")}
        min={0}
        value={goal.value ?? ""}
        error={form.errors[`goals.${at}.value`]}
        onChange={(value) => put({ value: typeof value === "number" ? value : null })}
      />
    </fieldset>
  );
}
