import { Button, Switch } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import { failureText } from "../actions/refusals";
import { useTexts } from "../i18n/texts";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { Settings } from "../rest/types";
import { Loaded } from "./Loaded";
import { Page } from "./Page";
import style from "./Settings.module.css";

/** Turns the demo shop on and off. */
export function Demo() {
  const { t } = useTexts();
  const settings = useQuery(queries.settings);
  return (
    <Page title={t("settings.demo")} lead={t("demo.lead")}>
      <Loaded of={settings}>{(data) => <Choice settings={data} />}</Loaded>
    </Page>
  );
}

function Choice({ settings }: { settings: Settings }) {
  const texts = useTexts();
  const { t } = texts;
  const cache = useQueryClient();
  const save = useMutation({
    mutationFn: (demo: boolean) => request("PUT", "/api/settings", { ...settings, demo }),
    onSuccess: () => cache.invalidateQueries({ queryKey: queries.settings.queryKey }),
  });
  const on = save.isPending ? save.variables : settings.demo;
  return (
    <div className={style.form}>
      <Switch
        label={t("demo.switch")}
        description={t("demo.switchHint")}
        checked={on}
        onChange={(event) => save.mutate(event.currentTarget.checked)}
        error={save.error === null ? undefined : failureText(texts, save.error, {})}
      />
      {settings.demo && (
        <div>
          <Button
            component="a"
            href="/demo/"
            target="_blank"
            rel="noopener"
            variant="default"
            leftSection={<ExternalLink size={16} aria-hidden />}
          >
            {t("demo.open")}
          </Button>
        </div>
      )}
    </div>
  );
}
