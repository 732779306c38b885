import type { Ask } from "@beseda/client";
import { useDocumentVisibility } from "@mantine/hooks";
import { useEffect, useEffectEvent } from "react";
import { visitorName } from "../conversations/names";
import { useTexts } from "../i18n/texts";
import { useAlertChoices } from "../shell/alertChoices";
import { notify } from "../shell/notice";
import { keyOf } from "./useAsks";

/** The system's notification of what is asked while the page isn't seen; it goes away with the ask. */
export function useAskNotification(ask: Ask | undefined): void {
  const texts = useTexts();
  const { system } = useAlertChoices();
  const hidden = useDocumentVisibility() === "hidden";
  const key = ask === undefined || !system || !hidden ? null : keyOf(ask);
  const show = useEffectEvent((tag: string) => {
    if (ask === undefined) return null;
    const { visitor, preview, id } = ask.conversation;
    const words = ask.kind === "transfer" && ask.note !== "" ? ask.note : (preview?.text ?? "");
    const title = `${texts.t("ask.offer")}: ${visitorName(visitor, texts)}`;
    return notify({ title, body: words, tag, route: { page: "conversations", conversation: id }, stays: true });
  });
  useEffect(() => {
    const takeBack = key === null ? null : show(key);
    return () => takeBack?.();
  }, [key]);
}
