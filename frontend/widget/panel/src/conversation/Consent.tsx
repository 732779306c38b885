import { currentThread, type VisitorClient, type VisitorSnapshot } from "@beseda/client";
import { useState } from "preact/hooks";
import { useTexts } from "../i18n/texts";
import style from "./Consent.module.css";

interface Properties {
  readonly snapshot: VisitorSnapshot;
  readonly client: VisitorClient;
}

/** Asks whether the conversation may go to somebody else; without an answer it stays where it is. */
export function Consent({ snapshot, client }: Properties) {
  const { t } = useTexts();
  const [answered, setAnswered] = useState(false);
  const header = currentThread(snapshot)?.header;
  if (!header?.transfer) return null;
  const { id, transfer } = header;
  const answer = (agreed: boolean) => {
    setAnswered(true);
    // Too late an answer is no trouble of the visitor's: the question is gone by then.
    client
      .consent(id, agreed)
      .catch(() => undefined)
      .finally(() => setAnswered(false));
  };
  return (
    <div class={style.consent} role="alert">
      <p>{transfer.to ? t("consent.person", { name: transfer.to.name }) : t("consent.department")}</p>
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
