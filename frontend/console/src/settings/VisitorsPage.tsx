import type { FileKind } from "@beseda/protocol";
import { Checkbox, Group, NumberInput, Select, Switch } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTexts } from "../i18n/texts";
import { OfSite } from "../outreach/OfSite";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { Site, VisitorSettings } from "../rest/types";
import { Loaded } from "./Loaded";
import { Block } from "./Page";
import { SaveBar } from "./SaveBar";
import style from "./Settings.module.css";
import { type Form as SettingsForm, useForm } from "./useForm";

const scales: readonly VisitorSettings["rating"][] = ["off", "stars", "thumbs"];

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
  const form = useForm<VisitorSettings>(`visitors ${site.id}`, stored, fields, async (draft) => {
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
      <Switch
        label={t("visitorSettings.suggests")}
        description={t("visitorSettings.suggestsHint")}
        checked={form.value.suggests}
        onChange={(event) => form.change({ suggests: event.currentTarget.checked })}
      />
      <Switch
        label={t("visitorSettings.pushes")}
        description={t("visitorSettings.pushesHint")}
        checked={form.value.pushes}
        onChange={(event) => form.change({ pushes: event.currentTarget.checked })}
      />
      <Select
        label={t("visitorSettings.rating")}
        description={t("visitorSettings.ratingHint")}
        data={scales.map((scale) => ({ value: scale, label: t(`visitorSettings.rating.${scale}`) }))}
        allowDeselect={false}
        value={form.value.rating}
        onChange={(rating) => rating !== null && form.change({ rating: rating as VisitorSettings["rating"] })}
      />
      <Block title={t("visitorSettings.fileBlock")}>
        <FileFields form={form} />
      </Block>
      <SaveBar form={form} />
    </form>
  );
}

const fields = ["fileMegabytes", "fileKinds"];
const kinds: readonly FileKind[] = ["image", "document", "archive", "audio", "video"];

/** What people may send each other. */
function FileFields({ form }: { form: SettingsForm<VisitorSettings> }) {
  const { t } = useTexts();
  const { files, fileKinds, fileMegabytes } = form.value;
  return (
    <>
      <Switch
        label={t("visitorSettings.files")}
        description={t("visitorSettings.filesHint")}
        checked={files}
        onChange={(event) => form.change({ files: event.currentTarget.checked })}
      />
      {files && (
        <Checkbox.Group
          label={t("visitorSettings.fileKinds")}
          value={fileKinds}
          error={form.errors.fileKinds}
          onChange={(chosen) => form.change({ fileKinds: kinds.filter((kind) => chosen.includes(kind)) })}
        >
          <Group gap="md" mt={6}>
            {kinds.map((kind) => (
              <Checkbox key={kind} value={kind} label={t(`fileKind.${kind}`)} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      <NumberInput
        label={t("visitorSettings.fileMegabytes")}
        description={t("visitorSettings.fileMegabytesHint")}
        min={1}
        max={100}
        allowDecimal={false}
        value={fileMegabytes}
        error={form.errors.fileMegabytes}
        onChange={(megabytes) => form.change({ fileMegabytes: Number(megabytes) })}
      />
    </>
  );
}
