import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Globe } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { Message } from "../parts/Message";
import { queries } from "../rest/queries";
import { navigate } from "../shell/route";
import { Loaded } from "./Loaded";
import { Page } from "./Page";
import { ReceptionForm } from "./ReceptionForm";
import { RoutingForm } from "./RoutingForm";

/** How questions find operators, of one site or department at a time; `item` is `sites-ID` or `departments-ID`. */
export function RoutingSection({ item }: { item: string | null }) {
  const { t } = useTexts();
  const sites = useQuery(queries.sites);
  const departments = useQuery(queries.departments).data ?? [];
  return (
    <Page title={t("settings.routing")} lead={t("routing.lead")}>
      <Loaded of={sites}>
        {(known) => {
          const chosen = item ?? (known[0] === undefined ? null : `sites-${known[0].id}`);
          if (chosen === null) return <Message icon={Globe} title={t("routing.none")} />;
          const [kind, id = ""] = chosen.split("-");
          return (
            <>
              <Select
                mb="lg"
                label={t("routing.of")}
                allowDeselect={false}
                value={chosen}
                onChange={(next) => navigate({ page: "settings", section: "routing", item: next })}
                data={[
                  { group: t("routing.sites"), items: known.map((each) => choice("sites", each)) },
                  { group: t("routing.departments"), items: departments.map((each) => choice("departments", each)) },
                ]}
              />
              <RoutingForm key={chosen} kind={kind === "departments" ? "departments" : "sites"} id={id} />
              {kind === "sites" && <ReceptionForm key={`reception ${id}`} site={id} />}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function choice(kind: "sites" | "departments", { id, name }: { id: string; name: string }) {
  return { value: `${kind}-${id}`, label: name };
}
