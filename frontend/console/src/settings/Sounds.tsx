import { Button, Checkbox } from "@mantine/core";
import { Volume2 } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { useAlertChoices } from "../shell/alertChoices";
import { play, soundEvents, useSoundBlocked } from "../shell/sounds";
import style from "./Sounds.module.css";

/** What is to be heard, each with a button to hear it. */
export function Sounds() {
  const { t } = useTexts();
  const { muted, chooseHeard } = useAlertChoices();
  const blocked = useSoundBlocked();
  return (
    <fieldset className={style.sounds} aria-label={t("me.sound")}>
      {soundEvents.map((event) => (
        <div key={event} className={style.sound}>
          <Checkbox
            label={t(`sound.${event}`)}
            checked={!muted.has(event)}
            onChange={({ currentTarget }) => chooseHeard(event, currentTarget.checked)}
          />
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<Volume2 size={16} aria-hidden />}
            aria-label={t("sound.tryOne", { sound: t(`sound.${event}`) })}
            onClick={() => play(event)}
          >
            {t("sound.try")}
          </Button>
        </div>
      ))}
      {blocked && (
        <p className={style.blocked} role="alert">
          {t("ask.soundBlocked")}
        </p>
      )}
    </fieldset>
  );
}
