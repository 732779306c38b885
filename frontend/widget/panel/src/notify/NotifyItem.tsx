import type { Chat } from "../chat/chat";
import menu from "../header/MenuItems.module.css";
import type { MoreTexts } from "../i18n/moreTexts";
import { useNotify } from "./useNotify";

interface Properties {
  readonly chat: Chat;
  readonly more: MoreTexts;
}

/** In the menu: the browser tells of an answer when the site is closed. */
export function NotifyItem({ chat, more: { t } }: Properties) {
  const notify = useNotify(chat);
  if (notify.offered === false) return null;
  return (
    <>
      <button
        type="button"
        role="menuitemcheckbox"
        aria-checked={notify.on}
        disabled={notify.offered === null}
        onClick={notify.on ? notify.stop : notify.ask}
      >
        <span>{t("notify.menu")}</span>
        <span class={menu.switch} aria-hidden="true" />
      </button>
      {notify.trouble && (
        <p class={menu.trouble} role="alert">
          {t(notify.trouble)}
        </p>
      )}
    </>
  );
}
