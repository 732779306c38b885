import { type VisitorSnapshot, type VisitorThread, waitsSince } from "@beseda/client";
import { useEffect, useState } from "preact/hooks";
import type { Chat } from "../chat/chat";
import { useTexts } from "../i18n/texts";
import fields from "../parts/fields.module.css";
import style from "./Reach.module.css";
import { useReach } from "./useReach";

interface Properties {
  readonly chat: Chat;
  readonly snapshot: VisitorSnapshot;
  /** Somebody waits in it. */
  readonly thread: VisitorThread;
}

/** Nobody has answered for a while: where to write him when he is gone. What he writes to us meanwhile stays where it is. */
export function Offer({ chat, snapshot, thread }: Properties) {
  const { t } = useTexts();
  const reach = useReach(chat);
  const [declined, setDeclined] = useState(false);
  const [left, setLeft] = useState(false);
  const due = useDue(snapshot, thread);
  const leave = async () => {
    if (!reach.sending && (await reach.leave())) setLeft(true);
  };
  if (left) return <p class={style.kept}>{t("reach.kept", { address: reach.address.trim() })}</p>;
  if (!due || declined || snapshot.reachable) return null;
  return (
    <form
      class={`${fields.fields} ${style.offer}`}
      aria-label={t("reach.title")}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void leave();
      }}
    >
      <p>{t("reach.offer")}</p>
      <label>
        <span>{t("reach.address")}</span>
        <input
          type="text"
          inputMode="email"
          autocomplete="email"
          maxLength={254}
          aria-invalid={reach.problem !== null}
          value={reach.address}
          onInput={(event) => reach.change({ address: event.currentTarget.value })}
        />
      </label>
      {reach.problem && (
        <p class={fields.problem} role="alert">
          {t(reach.problem)}
        </p>
      )}
      <div class={fields.buttons}>
        <button type="submit" disabled={reach.sending}>
          {t(reach.sending ? "reach.sending" : "reach.leave")}
        </button>
        <button type="button" onClick={() => setDeclined(true)}>
          {t("reach.no")}
        </button>
      </div>
    </form>
  );
}

/** At once while nobody is on line; otherwise when he has waited so long as the site says. */
function useDue({ site, clockOffset }: VisitorSnapshot, thread: VisitorThread): boolean {
  const after = site?.addressAfter ?? 0;
  const at = after === 0 ? Number.POSITIVE_INFINITY : site?.online ? waitsSince(thread) + after * 1000 : 0;
  const remains = at - Date.now() - clockOffset;
  const [, tick] = useState(0);
  useEffect(() => {
    if (remains <= 0 || remains === Number.POSITIVE_INFINITY) return;
    const timer = setTimeout(() => tick((count) => count + 1), remains);
    return () => clearTimeout(timer);
  }, [remains]);
  return remains <= 0;
}
