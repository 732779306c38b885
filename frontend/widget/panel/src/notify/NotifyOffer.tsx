import type { Chat } from "../chat/chat";
import { type MoreTexts, withMoreTexts } from "../i18n/moreTexts";
import style from "./NotifyOffer.module.css";
import { useNotify } from "./useNotify";

interface Properties {
  readonly chat: Chat;
  readonly more: MoreTexts;
}

/** Where he is asked for an address because nobody answers: the browser may tell him as well. */
export const NotifyOffer = withMoreTexts(function NotifyOffer({ chat, more: { t } }: Properties) {
  const notify = useNotify(chat);
  if (notify.offered !== true) return null;
  if (notify.on) return <p class={style.agreed}>{t("notify.agreed")}</p>;
  return (
    <div>
      <button type="button" class={style.offer} onClick={notify.ask}>
        {t("notify.offer")}
      </button>
      {notify.trouble && <p role="alert">{t(notify.trouble)}</p>}
    </div>
  );
});
