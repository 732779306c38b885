import { useTexts } from "../i18n/texts";
import { explained } from "./explained";
import style from "./Mail.module.css";

/** What happened with the mail server, what to do, and what it said itself. */
export function Said({ code, words }: { code: string | null; words: string | null }) {
  const texts = useTexts();
  return (
    <>
      <p className={style.said}>{explained(code, texts)}</p>
      {words && (
        <p className={style.said}>
          {texts.t("mail.words")} <code className={style.words}>{words}</code>
        </p>
      )}
    </>
  );
}
