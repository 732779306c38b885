import { ActionIcon, Button, Select, Switch, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus, Trash2 } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { Department, Reception } from "../rest/types";
import { Loaded } from "./Loaded";
import { Block } from "./Page";
import style from "./ReceptionForm.module.css";
import { SaveBar } from "./SaveBar";
import settings from "./Settings.module.css";
import { useForm } from "./useForm";

/** Which department a site's questions are for. */
export function ReceptionForm({ site }: { site: string }) {
  const { t } = useTexts();
  const reception = useQuery(queries.reception(site));
  const departments = useQuery(queries.departments).data ?? [];
  return (
    <Block title={t("reception.title")}>
      {departments.length === 0 ? (
        <p className={settings.faint}>{t("reception.none")}</p>
      ) : (
        <Loaded of={reception}>{(known) => <Editing site={site} stored={known} departments={departments} />}</Loaded>
      )}
    </Block>
  );
}

interface Props {
  site: string;
  stored: Reception;
  departments: readonly Department[];
}

function Editing({ site, stored, departments }: Props) {
  const { t } = useTexts();
  const cache = useQueryClient();
  const here = departments.filter(({ sites }) => sites.length === 0 || sites.includes(site));
  const fields = stored.pages.map((_, at) => `pages[${at}].pattern`);
  const form = useForm<Reception>(`reception ${site}`, stored, fields, async (draft) => {
    const changed = await request<Reception>("PUT", `/api/sites/${site}/reception`, draft);
    cache.setQueryData(queries.reception(site).queryKey, changed);
  });
  const { value, errors, change } = form;
  const put = (at: number, part: Partial<Reception["pages"][number]>) =>
    change({ pages: value.pages.map((each, index) => (index === at ? { ...each, ...part } : each)) });
  return (
    <form className={settings.form} onSubmit={form.submit}>
      <Switch
        label={t("reception.asks")}
        description={t("reception.asksHint")}
        checked={value.asks}
        onChange={(event) => change({ asks: event.currentTarget.checked })}
      />
      {value.pages.length > 0 && <p className={settings.faint}>{t("reception.pagesHint")}</p>}
      {value.pages.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no other name, and their order is what counts
        <div key={at} className={style.row}>
          <TextInput
            aria-label={t("reception.pattern")}
            placeholder="/opt/*"
            maxLength={300}
            value={each.pattern}
            error={errors[`pages[${at}].pattern`]}
            onChange={(event) => put(at, { pattern: event.currentTarget.value })}
          />
          <Select
            aria-label={t("reception.department")}
            data={departments.map(({ id, name }) => ({ value: id, label: name }))}
            allowDeselect={false}
            value={each.department}
            error={errors[`pages[${at}].department`]}
            onChange={(department) => department !== null && put(at, { department })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t("reception.remove")}
            onClick={() => change({ pages: value.pages.filter((_, index) => index !== at) })}
          >
            <Trash2 size={16} />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<Plus size={16} />}
          onClick={() =>
            change({ pages: [...value.pages, { pattern: "", department: (here[0] ?? departments[0])?.id ?? "" }] })
          }
        >
          {t("reception.add")}
        </Button>
      </div>
      <SaveBar form={form} />
    </form>
  );
}
