import { visitorName } from "../conversations/names";
import { type Texts, useTexts } from "../i18n/texts";
import { useConsole } from "../shell/line";
import style from "./Asks.module.css";
import type { Farewell } from "./useAsks";

/** Why a card went away by itself. */
export function FarewellLine({ farewell }: { farewell: Farewell }) {
  const texts = useTexts();
  const by = useConsole((state) => state.operators[farewell.by ?? ""]?.name);
  return (
    <p className={style.farewell}>
      <strong>{visitorName(farewell.ask.conversation.visitor, texts)}</strong>
      <span>{farewellWords(farewell, by, texts)}</span>
    </p>
  );
}

export function farewellWords({ ask, why }: Farewell, by: string | undefined, { t }: Pick<Texts, "t">): string {
  if (why === "closed") return t("ask.gone.closed");
  if (ask.kind === "transfer") return t(why === "late" ? "ask.goneTransfer.late" : "ask.goneTransfer.withdrawn");
  if (why === "taken") return by === undefined ? t("ask.gone.takenBySomebody") : t("ask.gone.taken", { name: by });
  return t(why === "late" ? "ask.gone.late" : "ask.gone.withdrawn");
}
