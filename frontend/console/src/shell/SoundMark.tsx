import { Tooltip } from "@mantine/core";
import { VolumeX } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { useAlertChoices } from "./alertChoices";
import style from "./Rail.module.css";
import { useSoundBlocked } from "./sounds";

/** Says that something should have been heard and was not. Any click on the page, here too, lets the browser sound. */
export function SoundMark() {
  const { t } = useTexts();
  const { sound } = useAlertChoices();
  const blocked = useSoundBlocked();
  if (!sound || !blocked) return null;
  return (
    <Tooltip label={t("ask.soundBlocked")} position="right" multiline maw={260}>
      <span className={style.mark} role="img" aria-label={t("ask.soundBlocked")}>
        <VolumeX size={18} aria-hidden />
      </span>
    </Tooltip>
  );
}
