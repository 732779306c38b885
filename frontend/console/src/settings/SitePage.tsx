import { defaultAccent } from "@beseda/ui/tokens";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { useRef } from "react";
import { chosenHours, HoursSelect } from "../hours/HoursChoice";
import { languages, useTexts } from "../i18n/texts";
import { Message } from "../parts/Message";
import { chooseTimetable, timetablesQuery } from "../rest/hours";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { Site, SiteDraft } from "../rest/types";
import { navigate } from "../shell/route";
import { Block, Page } from "./Page";
import { SiteForm } from "./SiteForm";
import { useForm } from "./useForm";
import { wordKeys } from "./WordFields";

const fields = [
  "name",
  "origins",
  "timeZone",
  "locale",
  "accent",
  "greeting.ru",
  "greeting.en",
  "greeting.uk",
  "todaySpan.days",
  "todaySpan.hours",
  "consentText",
  "timetable",
  ...languages.flatMap((language) => wordKeys.map((key) => `words.${language}.${key}`)),
];

/** One site, or a new one. */
export function SitePage({ sites, id }: { sites: readonly Site[]; id: string }) {
  const { t } = useTexts();
  const site = sites.find((each) => each.id === id);
  if (site === undefined && id !== "new") {
    return <Message icon={TriangleAlert} title={t("failure.missing")} text={t("failure.missingHint")} />;
  }
  return <Editing key={id} site={site ?? null} />;
}

function Editing({ site }: { site: Site | null }) {
  const { t } = useTexts();
  const cache = useQueryClient();
  const timetables = useQuery(timetablesQuery).data ?? [];
  const hours = chosenHours(timetables, "sites", site?.id);
  /** Of a new site whose hours could not be chosen: what is saved next is the same one. */
  const made = useRef<string | null>(null);
  const form = useForm<SiteDraft & { timetable: string | null }>(
    `site ${site?.id ?? "new"}`,
    { ...(site === null ? fresh() : draftOf(site)), timetable: hours },
    fields,
    async ({ timetable, ...draft }) => {
      const id = site?.id ?? made.current;
      if (id === null) made.current = (await request<Site>("POST", "/api/sites", draft)).id;
      else await request<Site | undefined>("PUT", `/api/sites/${id}`, draft);
      const known = id ?? made.current;
      if (timetable !== hours && known !== null) await chooseTimetable("sites", known, timetable);
      await Promise.all([queries.sites, timetablesQuery].map(({ queryKey }) => cache.invalidateQueries({ queryKey })));
      if (site === null && known !== null) navigate({ page: "settings", section: "sites", item: known }, true);
    },
  );
  return (
    <Page wide title={site?.name ?? t("sites.new")}>
      <SiteForm form={form} site={site}>
        <Block title={t("settings.hours")}>
          <HoursSelect
            kind="sites"
            timetables={timetables}
            value={form.value.timetable}
            error={form.errors.timetable}
            change={(timetable) => form.change({ timetable })}
          />
        </Block>
      </SiteForm>
    </Page>
  );
}

function fresh(): SiteDraft {
  return {
    name: "",
    origins: [],
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    locale: "auto",
    accent: defaultAccent,
    corner: "right",
    greeting: { ru: "", en: "", uk: "" },
    sound: true,
    opens: false,
    todaySpan: { kind: "day" },
    consentText: null,
    disabled: false,
  };
}

/** Without what only the server says about a site. */
function draftOf({ id: _id, key: _key, snippet: _snippet, ...draft }: Site): SiteDraft {
  return draft;
}
