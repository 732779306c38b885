import { typistsOf } from "@beseda/client";
import type { Conversation } from "@beseda/protocol";
import { useMemo } from "react";
import { useTexts } from "../i18n/texts";
import { useClient, useConsole } from "../shell/line";
import style from "./Log.module.css";
import { visitorName } from "./names";

/** Who is typing, in a place of its own, so that nothing moves when they begin; where the site shows it, also what. */
export function TypingLine({ conversation }: { conversation: Conversation }) {
  const texts = useTexts();
  const { t } = texts;
  const client = useClient();
  const typists = useConsole((state) => state.typists[conversation.id]);
  const operators = useConsole((state) => state.operators);
  const draft = useConsole((state) => state.drafts[conversation.id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the part of the state that typistsOf() reads.
  const shown = useMemo(() => typistsOf(client.getState(), conversation.id), [client, conversation.id, typists]);
  const names = shown.map(({ side, person }) =>
    side === "visitor"
      ? visitorName(conversation.visitor, texts)
      : (operators[person ?? ""]?.name ?? t("person.unknown")),
  );
  if (draft !== undefined) {
    return (
      <p className={style.draft}>
        <span className={style.draftWho}>{t("pane.drafting", { name: visitorName(conversation.visitor, texts) })}</span>
        <span dir="auto">{draft}</span>
      </p>
    );
  }
  return (
    <div className={style.typing} aria-live="polite">
      {names.length > 0 && (
        <>
          <span className={style.dots} aria-hidden>
            <i />
            <i />
            <i />
          </span>
          {t("pane.typing", { name: names.join(", ") })}
        </>
      )}
    </div>
  );
}
