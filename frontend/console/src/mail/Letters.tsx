import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { failureText } from "../actions/refusals";
import { useTexts } from "../i18n/texts";
import { dropLetter, type Letter, type Mail, mailQuery, mostLetters, sendAgain } from "../rest/mail";
import settings from "../settings/Settings.module.css";
import { serverNow } from "../shell/clock";
import { aboutOf } from "./explained";
import style from "./Mail.module.css";
import { Said } from "./Said";

/** Letters that had trouble, each with what can be done about it. */
export function Letters({ mail: { letters } }: { mail: Mail }) {
  const { t } = useTexts();
  return (
    <>
      <ul className={settings.rows}>
        {letters.map((letter) => (
          <li key={letter.id}>
            <Row letter={letter} />
          </li>
        ))}
      </ul>
      {letters.length >= mostLetters && (
        <p className={settings.faint}>{t("mail.lettersMore", { count: mostLetters })}</p>
      )}
    </>
  );
}

function Row({ letter }: { letter: Letter }) {
  const texts = useTexts();
  const { t, format } = texts;
  const cache = useQueryClient();
  const [sure, setSure] = useState(false);
  const act = useMutation({
    mutationFn: (how: (id: string) => Promise<unknown>) => how(letter.id),
    onSuccess: () => setSure(false),
    onSettled: () => cache.invalidateQueries({ queryKey: mailQuery.queryKey }),
  });
  const time = (at: number) => format.dayAndTime(at, serverNow());
  const parts = [
    letter.tries === 0 ? null : t("mail.tries", { count: letter.tries }),
    letter.nextAt === null ? null : t("mail.nextAt", { time: time(letter.nextAt) }),
    t("mail.queuedAt", { time: time(letter.queuedAt) }),
  ];
  const drop = t(sure ? "mail.dropSure" : "mail.drop");
  return (
    <div className={style.letter}>
      <div className={style.letterHead}>
        <span className={style.to}>{letter.to}</span>
        <span className={style.state} data-state={letter.state}>
          {t(`mail.state.${letter.state}`)}
        </span>
      </div>
      <p className={settings.faint}>{[aboutOf(letter.about, texts), ...parts.filter(Boolean)].join(" · ")}</p>
      {letter.code !== null && <Said code={letter.code} words={letter.words} />}
      <div className={style.acts}>
        {letter.state !== "returned" && (
          <Button
            size="xs"
            variant="default"
            aria-label={`${t("mail.again")}: ${letter.to}`}
            loading={act.isPending && act.variables === sendAgain}
            onClick={() => act.mutate(sendAgain)}
          >
            {t("mail.again")}
          </Button>
        )}
        <Button
          size="xs"
          variant={sure ? "filled" : "subtle"}
          color="red"
          aria-label={`${drop}: ${letter.to}`}
          loading={act.isPending && act.variables === dropLetter}
          onClick={() => (sure ? act.mutate(dropLetter) : setSure(true))}
          onBlur={() => setSure(false)}
        >
          {drop}
        </Button>
        {act.error !== null && (
          <span className={settings.failed} role="alert">
            {failureText(texts, act.error, {})}
          </span>
        )}
      </div>
    </div>
  );
}
