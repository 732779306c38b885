import type { OperatorView } from "@beseda/protocol";
import { Button, CloseButton } from "@mantine/core";
import { CircleMinus } from "lucide-react";
import { useState } from "react";
import { run } from "../actions/run";
import { states } from "../actions/shellActions";
import { useActionContext } from "../actions/useActionContext";
import { useTexts } from "../i18n/texts";
import { sinceWords } from "../operators/since";
import { useAlertChoices } from "../shell/alertChoices";
import { useNow } from "../shell/clock";
import { useConsole } from "../shell/line";
import style from "./Asks.module.css";

/** That I was taken off the line without asking for it, why, and the way back. Stays until I answer or put it away. */
export function AwayNotice() {
  const { t, format } = useTexts();
  const context = useActionContext();
  const { system, systemBlocked, chooseSystem } = useAlertChoices();
  const me = useConsole((state) => state.operators[context.me.id]);
  const now = useNow(60_000);
  const [putAway, setPutAway] = useState<OperatorView | null>(null);
  if (
    me === undefined ||
    (putAway?.since === me.since && putAway.why === me.why) ||
    me.state === "online" ||
    me.why === "own"
  )
    return null;
  return (
    <div className={style.away} role="alert">
      <CircleMinus size={20} aria-hidden />
      <div className={style.awayWords}>
        <p className={style.awayTitle}>{t(`away.${me.why}`)}</p>
        {me.since !== null && (
          <p className={style.facts}>{t("away.since", { time: sinceWords(me.since, now, format) })}</p>
        )}
      </div>
      <CloseButton size="sm" aria-label={t("common.close")} onClick={() => setPutAway(me)} />
      <div className={style.awayAnswers}>
        <Button size="sm" onClick={() => void run(states.online, context)}>
          {t("away.return")}
        </Button>
        {me.why === "missed" && !system && !systemBlocked && (
          <Button size="sm" variant="subtle" onClick={() => chooseSystem(true)}>
            {t("away.notify")}
          </Button>
        )}
      </div>
    </div>
  );
}
