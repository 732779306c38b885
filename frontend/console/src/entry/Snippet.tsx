import { Button } from "@mantine/core";
import { ArrowRight, ExternalLink } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { CopyButton } from "../parts/CopyButton";
import type { Site } from "../rest/types";
import { Frame } from "./Frame";
import style from "./Frame.module.css";

/** The last step of the first run: what to put into the pages of the site. */
export function Snippet({ sites, open }: { sites: readonly Site[]; open: () => void }) {
  const { t } = useTexts();
  const snippet = sites[0]?.snippet ?? "";
  return (
    <Frame wide title={t("snippet.title")} text={t("snippet.text")}>
      <pre className={style.code}>{snippet}</pre>
      <div className={style.bar}>
        <CopyButton text={snippet} label={t("snippet.copy")} />
        <Button
          variant="default"
          component="a"
          href="/demo/"
          target="_blank"
          rel="noopener"
          leftSection={<ExternalLink size={16} aria-hidden />}
        >
          {t("snippet.try")}
        </Button>
      </div>
      <div className={style.bar}>
        <Button size="md" variant="light" fullWidth rightSection={<ArrowRight size={18} aria-hidden />} onClick={open}>
          {t("snippet.open")}
        </Button>
      </div>
    </Frame>
  );
}
