import { applyAccent } from "@beseda/ui/contrast";
import { Badge, Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ChevronRight, Globe, Plus } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { Message } from "../parts/Message";
import { hostOf } from "../parts/pages";
import { queries } from "../rest/queries";
import type { Site } from "../rest/types";
import { follow, navigate, pathOf, type Route } from "../shell/route";
import { Loaded } from "./Loaded";
import { Page } from "./Page";
import style from "./Settings.module.css";
import { SitePage } from "./SitePage";

const newSite: Route = { page: "settings", section: "sites", item: "new" };

/** The sites that carry the button; one of them when `item` names it. */
export function Sites({ item }: { item: string | null }) {
  const { t } = useTexts();
  const sites = useQuery(queries.sites);
  if (item !== null) return <Loaded of={sites}>{(data) => <SitePage sites={data} id={item} />}</Loaded>;
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => navigate(newSite)}>
      {t("sites.add")}
    </Button>
  );
  return (
    <Page title={t("settings.sites")} lead={t("sites.lead")} action={add}>
      <Loaded of={sites}>
        {(data) =>
          data.length === 0 ? (
            <Message icon={Globe} title={t("sites.none")} text={t("sites.noneHint")}>
              {add}
            </Message>
          ) : (
            <ul className={style.rows}>
              {data.map((site) => (
                <li key={site.id}>
                  <Row site={site} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function Row({ site }: { site: Site }) {
  const { t } = useTexts();
  const route: Route = { page: "settings", section: "sites", item: site.id };
  return (
    <a
      href={pathOf(route)}
      className={style.row}
      data-disabled={site.disabled || undefined}
      onClick={(event) => follow(event, route)}
    >
      <span className={style.swatch} ref={(element) => void (element && applyAccent(element, site.accent))} />
      <span className={style.grow}>
        <p className={style.name}>{site.name}</p>
        <p className={style.faint}>{site.origins.map(hostOf).join(", ")}</p>
      </span>
      {site.disabled && (
        <Badge variant="light" color="gray">
          {t("sites.disabled")}
        </Badge>
      )}
      <ChevronRight size={18} aria-hidden className={style.aside} />
    </a>
  );
}
