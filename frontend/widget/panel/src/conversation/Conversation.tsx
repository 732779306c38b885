import { useTexts } from "../i18n/texts";
import style from "./Conversation.module.css";

/** The window itself: header, messages, composer. */
export function Conversation() {
  const { t } = useTexts();
  return (
    <main class={style.window}>
      <header class={style.header}>
        <h1>{t("conversation.title")}</h1>
      </header>
      <div class={style.messages}>
        <p>{t("conversation.empty")}</p>
      </div>
      <form class={style.composer}>
        <textarea rows={1} aria-label={t("composer.label")} placeholder={t("composer.placeholder")} />
        <button type="submit" aria-label={t("composer.send")}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4 12 20 4l-4.5 16-4-6.5z" />
          </svg>
        </button>
      </form>
    </main>
  );
}
