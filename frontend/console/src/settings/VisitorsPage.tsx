import { Switch } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTexts } from "../i18n/texts";
import { OfSite } from "../outreach/OfSite";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { Site, VisitorSettings } from "../rest/types";
import { Loaded } from "./Loaded";
import { SaveBar } from "./SaveBar";
import style from "./Settings.module.css";
import { useForm } from "./useForm";

/** What a site does about its visitors besides answering them. */
export function VisitorsPage({ item }: { item: string | null }) {
  const { t } = useTexts();
  return (
    <OfSite section="visitors" item={item} title={t("settings.visitors")} lead={t("visitorSettings.lead")}>
      {(site) => <Stored key={site.id} site={site} />}
    </OfSite>
  );
}

function Stored({ site }: { site: Site }) {
  const settings = useQuery(queries.visitorSettings(site.id));
  return <Loaded of={settings}>{(data) => <Form site={site} stored={data} />}</Loaded>;
}

function Form({ site, stored }: { site: Site; stored: VisitorSettings }) {
  const { t } = useTexts();
  const cache = useQueryClient();
  const form = useForm<VisitorSettings>(`visitors ${site.id}`, stored, [], async (draft) => {
    const changed = await request<VisitorSettings>("PUT", `/api/sites/${site.id}/visitors`, draft);
    cache.setQueryData(queries.visitorSettings(site.id).queryKey, changed);
  });
  return (
    <form className={style.form} onSubmit={form.submit}>
      <Switch
        label={t("visitorSettings.previews")}
        description={t("visitorSettings.previewsHint")}
        checked={form.value.previews}
        onChange={(event) => form.change({ previews: event.currentTarget.checked })}
      />
      <Switch
        label={t("visitorSettings.asksPlace")}
        description={t("visitorSettings.asksPlaceHint")}
        checked={form.value.asksPlace}
        onChange={(event) => form.change({ asksPlace: event.currentTarget.checked })}
      />
      <SaveBar form={form} />
    </form>
  );
}
