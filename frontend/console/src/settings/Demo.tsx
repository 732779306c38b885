import { useQuery } from "@tanstack/react-query";
import { useTexts } from "../i18n/texts";
import { queries } from "../rest/queries";
import { DemoSwitch } from "./DemoSwitch";
import { Loaded } from "./Loaded";
import { Page } from "./Page";

/** Turns the demo shop on and off. */
export function Demo() {
  const { t } = useTexts();
  const settings = useQuery(queries.settings);
  return (
    <Page title={t("settings.demo")} lead={t("demo.lead")}>
      <Loaded of={settings}>{(data) => <DemoSwitch settings={data} open={t("demo.open")} />}</Loaded>
    </Page>
  );
}
