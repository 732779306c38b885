import { Alert } from "@mantine/core";
import { MailCheck, MailWarning, MailX } from "lucide-react";
import { useTexts } from "../i18n/texts";
import type { Mail } from "../rest/mail";
import { serverNow } from "../shell/clock";
import style from "./Mail.module.css";
import { Said } from "./Said";

/** Whether letters go out, and how many wait. */
export function Standing({ mail }: { mail: Mail }) {
  const { t, format } = useTexts();
  const { host, trouble } = mail;
  const queue = useQueue(mail);
  if (host === "") {
    return (
      <Alert
        className={style.standing ?? ""}
        color="yellow"
        icon={<MailX size={18} aria-hidden />}
        title={t("mail.off")}
      >
        <p className={style.said}>{t("mail.offHint")}</p>
        {mail.queue.waiting + mail.queue.refused > 0 && <p className={style.said}>{queue}</p>}
      </Alert>
    );
  }
  if (trouble !== null) {
    const at = format.dayAndTime(trouble.at, serverNow());
    const next = format.dayAndTime(trouble.nextAt, serverNow());
    return (
      <Alert
        className={style.standing ?? ""}
        color="red"
        icon={<MailWarning size={18} aria-hidden />}
        title={t("mail.trouble")}
      >
        <Said code={trouble.code} words={trouble.words} />
        <p className={style.said}>{t("mail.troubleSince", { at, next })}</p>
        <p className={style.said}>{queue}</p>
      </Alert>
    );
  }
  return (
    <p className={style.works} role="status">
      <MailCheck size={18} aria-hidden />
      <span>
        <b>{t("mail.on")}</b> {queue}
      </span>
    </p>
  );
}

function useQueue({ queue: { waiting, refused, oldestAt } }: Mail): string {
  const { t, format } = useTexts();
  if (waiting + refused === 0) return t("mail.queue.empty");
  return [
    waiting > 0 && t("mail.queue.waiting", { count: waiting }),
    waiting > 0 && oldestAt !== null && t("mail.queue.oldest", { time: format.dayAndTime(oldestAt, serverNow()) }),
    refused > 0 && t("mail.queue.refused", { count: refused }),
  ]
    .filter((part) => part !== false)
    .join(" ");
}
