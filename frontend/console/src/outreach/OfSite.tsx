import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Globe } from "lucide-react";
import type { ReactNode } from "react";
import { useTexts } from "../i18n/texts";
import { Message } from "../parts/Message";
import { queries } from "../rest/queries";
import type { Site } from "../rest/types";
import { Loaded } from "../settings/Loaded";
import { Page } from "../settings/Page";
import style from "../settings/Settings.module.css";
import { navigate } from "../shell/route";

interface Props {
  section: "invitations" | "showing" | "visitors" | "questionnaire" | "goals" | "clients";
  /** Id of the site; null: the first one. */
  item: string | null;
  title: string;
  lead: string;
  children: (site: Site) => ReactNode;
}

/** Those that are a form and nothing beside it: as wide as the other forms of the settings. */
const plain: ReadonlySet<Props["section"]> = new Set(["visitors", "questionnaire", "goals"]);

/** A page of the settings that each site has its own of. */
export function OfSite({ section, item, title, lead, children }: Props) {
  const { t } = useTexts();
  const sites = useQuery(queries.sites);
  const site = sites.data?.find(({ id }) => id === item) ?? sites.data?.find(({ disabled }) => !disabled);
  const several = (sites.data?.length ?? 0) > 1;
  const choice = several && site !== undefined && (
    <Select
      className={style.siteChoice ?? ""}
      aria-label={t("outreach.site")}
      allowDeselect={false}
      data={(sites.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={site.id}
      onChange={(id) => id !== null && navigate({ page: "settings", section, item: id })}
    />
  );
  return (
    <Page wide={!plain.has(section)} title={title} lead={lead} action={choice}>
      <Loaded of={sites}>
        {() =>
          site === undefined ? (
            <Message icon={Globe} title={t("sites.none")} text={t("sites.noneHint")} />
          ) : (
            children(site)
          )
        }
      </Loaded>
    </Page>
  );
}
