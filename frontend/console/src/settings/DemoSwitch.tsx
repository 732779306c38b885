import { Button, Switch } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import { failureText } from "../actions/refusals";
import { useTexts } from "../i18n/texts";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { Settings } from "../rest/types";
import style from "./Settings.module.css";

interface Props {
  settings: Settings;
  /** What the way to the shop is called. */
  open: string;
}

/** Whether everybody finds the demo shop, and the way there. */
export function DemoSwitch({ settings, open }: Props) {
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
            {open}
          </Button>
        </div>
      )}
    </div>
  );
}
