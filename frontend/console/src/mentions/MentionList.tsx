import { AtSign } from "lucide-react";
import { visitorName } from "../conversations/names";
import { useTexts } from "../i18n/texts";
import { serverNow } from "../shell/clock";
import { useConsole } from "../shell/line";
import { navigate } from "../shell/route";
import style from "./Mentions.module.css";
import { spelled } from "./mentions";

/** Over my list: where colleagues mentioned me and I have not looked. */
export function MentionList() {
  const texts = useTexts();
  const { t, format } = texts;
  const mentions = useConsole((state) => state.mentions);
  const operators = useConsole((state) => state.operators);
  return (
    <section className={style.list} aria-label={t("mention.title")}>
      <h3 className={style.title}>
        <AtSign size={13} aria-hidden />
        {t("mention.title")}
        <span className={style.count}>{mentions.length}</span>
      </h3>
      <ul className={style.rows}>
        {mentions.map(({ conversation, seq, at, by, text, visitor, label }) => (
          <li key={`${conversation}/${seq}`}>
            <button
              type="button"
              className={style.row}
              onClick={() => navigate({ page: "conversations", conversation }, false, `#note-${seq}`)}
            >
              <span className={style.from}>
                {t("mention.row", {
                  name: operators[by]?.name ?? t("person.unknown"),
                  visitor: visitorName({ name: visitor, label }, texts),
                })}
              </span>
              <time className={style.when}>{format.dayAndTime(at, serverNow())}</time>
              <span className={style.text}>{spelled(text, operators, t("person.unknown")).text}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
