import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { CopyButton } from "../parts/CopyButton";
import { queries } from "../rest/queries";
import type { Site } from "../rest/types";
import { DemoSwitch } from "../settings/DemoSwitch";
import { Loaded } from "../settings/Loaded";
import { Frame } from "./Frame";
import style from "./Frame.module.css";

/** The last step of the first run: what to put into the pages of the site. */
export function Snippet({ sites, open }: { sites: readonly Site[]; open: () => void }) {
  const { t } = useTexts();
  const settings = useQuery(queries.settings);
  const snippet = sites[0]?.snippet ?? "";
  return (
    <Frame wide title={t("snippet.title")} text={t("snippet.text")}>
      <pre className={style.code}>{snippet}</pre>
      <div className={style.bar}>
        <CopyButton text={snippet} label={t("snippet.copy")} />
      </div>
      <div className={style.bar}>
        <Loaded of={settings}>{(data) => <DemoSwitch settings={data} open={t("snippet.try")} />}</Loaded>
      </div>
      <div className={style.bar}>
        <Button size="md" variant="light" fullWidth rightSection={<ArrowRight size={18} aria-hidden />} onClick={open}>
          {t("snippet.open")}
        </Button>
      </div>
    </Frame>
  );
}
