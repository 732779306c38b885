import type { VisitorClient, VisitorThread } from "@beseda/client";
import { useState } from "preact/hooks";
import { useTexts } from "../i18n/texts";
import style from "./Consent.module.css";

interface Properties {
  readonly conversation: string;
  /** Whom it may go to: a person, or nobody in particular of a department. */
  readonly to: NonNullable<VisitorThread["header"]["transfer"]>["to"];
  readonly client: VisitorClient;
}

/** Asks whether the conversation may go to somebody else; without an answer it stays where it is. */
export function Consent({ conversation, to, client }: Properties) {
  const { t } = useTexts();
  const [answered, setAnswered] = useState(false);
  const answer = (agreed: boolean) => {
    setAnswered(true);
    // Too late an answer is no trouble of the visitor's: the question is gone by then.
    client
      .consent(conversation, agreed)
      .catch(() => undefined)
      .finally(() => setAnswered(false));
  };
  return (
    <div class={style.consent} role="alert">
      <p>{to ? t("consent.person", { name: to.name }) : t("consent.department")}</p>
      <div class={style.answers}>
        <button class={style.yes} type="button" disabled={answered} onClick={() => answer(true)}>
          {t("consent.yes")}
        </button>
        <button type="button" disabled={answered} onClick={() => answer(false)}>
          {t("consent.no")}
        </button>
      </div>
    </div>
  );
}
