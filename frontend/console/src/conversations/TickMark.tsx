import type { Tick } from "@beseda/client";
import { Check, CheckCheck, Clock3 } from "lucide-react";
import { useTexts } from "../i18n/texts";
import style from "./TextBlock.module.css";

const icons = { sending: Clock3, stored: Check, shown: CheckCheck } as const;

/** A clock: on its way; one tick: stored by the server; two ticks: on the visitor's screen. */
export function TickMark({ tick }: { tick: Tick }) {
  const { t } = useTexts();
  const Icon = icons[tick];
  return (
    <Icon
      size={tick === "sending" ? 12 : 15}
      className={style.tick}
      data-tick={tick}
      role="img"
      aria-label={t(`tick.${tick}`)}
    />
  );
}
