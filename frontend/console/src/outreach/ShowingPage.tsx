import { NumberInput, Radio, Stack, Switch } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTexts } from "../i18n/texts";
import type { FieldErrors } from "../parts/fieldErrors";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { Showing, Site } from "../rest/types";
import { Loaded } from "../settings/Loaded";
import { Block } from "../settings/Page";
import { SaveBar } from "../settings/SaveBar";
import style from "../settings/Settings.module.css";
import { type Form, useForm } from "../settings/useForm";
import { Attempt } from "./Attempt";
import { excludedOf } from "./contradictions";
import { errorWithin } from "./errors";
import { LinesField } from "./LinesField";
import { OfSite } from "./OfSite";
import own from "./Outreach.module.css";
import { PlacesField } from "./PlacesField";
import { ScheduleField, workingHours } from "./ScheduleField";

/** Until the window offers to leave an address, seconds. */
const usualWait = 60;

/** Where, when and to whom a site's button is shown. */
export function ShowingPage({ item }: { item: string | null }) {
  const { t } = useTexts();
  return (
    <OfSite section="showing" item={item} title={t("settings.showing")} lead={t("outreach.showingLead")}>
      {(site) => <Rules key={site.id} site={site} />}
    </OfSite>
  );
}

function Rules({ site }: { site: Site }) {
  const showing = useQuery(queries.showing(site.id));
  return <Loaded of={showing}>{(data) => <Editing site={site} stored={data} />}</Loaded>;
}

function Editing({ site, stored }: { site: Site; stored: Showing }) {
  const cache = useQueryClient();
  const form = useForm<Showing>(`showing ${site.id}`, stored, [], async (draft) => {
    const changed = await request<Showing>("PUT", `/api/sites/${site.id}/showing`, draft);
    cache.setQueryData(queries.showing(site.id).queryKey, changed);
  });
  const [tried, setTried] = useState<{ rules: string; errors: FieldErrors } | null>(null);
  const rules = JSON.stringify(form.value);
  const errors = tried?.rules === rules ? { ...form.errors, ...tried.errors } : form.errors;
  const marked = { ...form, errors };
  return (
    <div className={style.withPreview}>
      <form className={style.form} onSubmit={form.submit}>
        <Pages form={marked} />
        <Places form={marked} />
        <Times form={marked} />
        <SaveBar form={form} />
      </form>
      <div className={style.preview}>
        <Attempt site={site} showing={form.value} mark={(faults) => setTried({ rules, errors: faults })} />
      </div>
    </div>
  );
}

function Pages({ form: { value, errors, change } }: { form: Form<Showing> }) {
  const { t } = useTexts();
  return (
    <>
      <LinesField
        label={t("outreach.pages")}
        description={t("outreach.pagesHint")}
        placeholder="/catalog/*"
        value={value.pages}
        error={errorWithin(errors, "pages")}
        change={(pages) => change({ pages })}
      />
      <LinesField
        label={t("outreach.notPages")}
        description={t("outreach.notPagesHint")}
        placeholder="/checkout*"
        value={value.notPages}
        error={errorWithin(errors, "notPages")}
        change={(notPages) => change({ notPages })}
      />
      <Excluded what={excludedOf(value).pages} />
    </>
  );
}

function Places({ form: { value, errors, change } }: { form: Form<Showing> }) {
  const { t } = useTexts();
  return (
    <Block title={t("outreach.placesBlock")}>
      <PlacesField
        label={t("outreach.onlyPlaces")}
        description={t("outreach.onlyPlacesHint")}
        field="places"
        value={value.places}
        errors={errors}
        change={(places) => change({ places })}
      />
      {value.places.length > 0 && (
        <Switch
          label={t("outreach.unknownPlace")}
          description={t("outreach.unknownPlaceHint")}
          checked={value.unknownPlace}
          onChange={(event) => change({ unknownPlace: event.currentTarget.checked })}
        />
      )}
      <PlacesField
        label={t("outreach.notPlaces")}
        field="notPlaces"
        value={value.notPlaces}
        errors={errors}
        change={(notPlaces) => change({ notPlaces })}
      />
      <Excluded what={excludedOf(value).places.map(({ country, region, city }) => city ?? region ?? country)} />
    </Block>
  );
}

/** What is asked for and excluded at once. */
function Excluded({ what }: { what: readonly string[] }) {
  const { t } = useTexts();
  if (what.length === 0) return null;
  return (
    <p className={own.trouble} data-alone>
      <TriangleAlert size={15} aria-hidden />
      <span>{t("outreach.trouble.excluded", { what: what.join(", ") })}</span>
    </p>
  );
}

function Times({ form: { value, errors, change } }: { form: Form<Showing> }) {
  const { t } = useTexts();
  return (
    <Block title={t("outreach.timesBlock")}>
      <Switch
        label={t("outreach.byHours")}
        checked={value.schedule !== null}
        onChange={(event) => change({ schedule: event.currentTarget.checked ? workingHours : null })}
      />
      {value.schedule !== null && (
        <ScheduleField
          value={value.schedule}
          error={errorWithin(errors, "schedule")}
          change={(schedule) => change({ schedule })}
        />
      )}
      <LinesField
        label={t("outreach.onlyLanguages")}
        description={t("outreach.languagesHint")}
        placeholder="ru"
        value={value.languages}
        error={errorWithin(errors, "languages")}
        change={(languages) => change({ languages })}
      />
      <Radio.Group
        label={t("outreach.nobody")}
        value={value.nobody}
        onChange={(nobody) => change({ nobody: nobody as Showing["nobody"] })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="queue" label={t("outreach.nobody.queue")} description={t("outreach.nobody.queueHint")} />
          <Radio value="form" label={t("outreach.nobody.form")} description={t("outreach.nobody.formHint")} />
          <Radio value="hide" label={t("outreach.nobody.hide")} description={t("outreach.nobody.hideHint")} />
        </Stack>
      </Radio.Group>
      <Switch
        label={t("outreach.offerAddress")}
        description={t("outreach.offerAddressHint")}
        checked={value.addressAfter > 0}
        onChange={(event) => change({ addressAfter: event.currentTarget.checked ? usualWait : 0 })}
      />
      {value.addressAfter > 0 && (
        <NumberInput
          label={t("outreach.addressAfter")}
          description={t("outreach.addressAfterHint")}
          suffix={` ${t("outreach.secondsShort")}`}
          w={200}
          min={1}
          max={3600}
          allowDecimal={false}
          value={value.addressAfter}
          error={errors.addressAfter}
          onChange={(seconds) => change({ addressAfter: Number(seconds) || 1 })}
        />
      )}
    </Block>
  );
}
