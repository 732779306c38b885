import { useState } from "preact/hooks";
import type { Chat } from "../chat/chat";
import { type MoreTexts, withMoreTexts } from "../i18n/moreTexts";
import { useTexts } from "../i18n/texts";
import { NotifyOffer } from "../notify/NotifyOffer";
import fields from "../parts/fields.module.css";
import style from "./Reach.module.css";
import { useReach } from "./useReach";

interface Properties {
  readonly chat: Chat;
  readonly due: boolean;
  readonly reachable: boolean;
  readonly more: MoreTexts;
}

/** Nobody has answered for a while: where to write him when he is gone. What he writes to us meanwhile stays where it is. */
export const OfferForm = withMoreTexts(function OfferForm({ chat, due, reachable, more }: Properties) {
  const { t } = useTexts();
  const reach = useReach(chat);
  const [declined, setDeclined] = useState(false);
  const [left, setLeft] = useState(false);
  const leave = async () => {
    if (!reach.sending && (await reach.leave())) setLeft(true);
  };
  if (left) return <p class={style.kept}>{more.t("reach.kept", { address: reach.address.trim() })}</p>;
  if (!due || declined || reachable) return null;
  return (
    <form
      class={`${fields.fields} ${style.offer}`}
      aria-label={more.t("reach.title")}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void leave();
      }}
    >
      <p>{more.t("reach.offer")}</p>
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
          {reach.sending ? t("reach.sending") : more.t("reach.leave")}
        </button>
        <button type="button" onClick={() => setDeclined(true)}>
          {more.t("reach.no")}
        </button>
      </div>
      <NotifyOffer chat={chat} />
    </form>
  );
});
