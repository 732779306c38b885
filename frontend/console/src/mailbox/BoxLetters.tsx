import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { failureText } from "../actions/refusals";
import { useTexts } from "../i18n/texts";
import style from "../mail/Mail.module.css";
import { bodyOf, type LetterIn } from "../rest/mailbox";
import settings from "../settings/Settings.module.css";
import { serverNow } from "../shell/clock";
import { stateOf, whyOf } from "./explained";
import own from "./Mailbox.module.css";

/** Letters that were set aside, each with its reason and all of its words on demand. */
export function BoxLetters({ letters }: { letters: readonly LetterIn[] }) {
  const { t } = useTexts();
  return (
    <div>
      <h4 className={style.legend}>{t("mailbox.letters")}</h4>
      <ul className={settings.rows}>
        {letters.map((letter) => (
          <li key={letter.id}>
            <Row letter={letter} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Row({ letter }: { letter: LetterIn }) {
  const texts = useTexts();
  const { t, format } = texts;
  const [open, setOpen] = useState(false);
  const who = letter.senderName === "" ? letter.sender : `${letter.senderName} <${letter.sender}>`;
  return (
    <div className={style.letter}>
      <div className={style.letterHead}>
        <span className={style.to}>{letter.subject || t("mailbox.noSubject")}</span>
        <span className={style.state}>{stateOf(letter.state, texts)}</span>
      </div>
      <p className={`${settings.faint} ${own.who}`}>
        {[who && t("mailbox.from", { name: who }), format.dayAndTime(letter.cameAt, serverNow())]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <p className={style.said}>{whyOf(letter.state, texts)}</p>
      {letter.leftOut.length > 0 && (
        <p className={style.said}>{t("mailbox.leftOut", { names: letter.leftOut.join(", ") })}</p>
      )}
      <div className={style.acts}>
        <Button size="xs" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? "mailbox.hide" : "mailbox.show")}
        </Button>
      </div>
      {open && <Body id={letter.id} />}
    </div>
  );
}

function Body({ id }: { id: string }) {
  const texts = useTexts();
  const body = useQuery({ queryKey: ["mailbox", "letter", id], queryFn: () => bodyOf(id) });
  if (body.error !== null) {
    return (
      <p className={settings.failed} role="alert">
        {failureText(texts, body.error, {})}
      </p>
    );
  }
  return body.data === undefined ? null : (
    <pre className={own.body}>{body.data.text || texts.t("mailbox.noWords")}</pre>
  );
}
