import { Alert } from "@mantine/core";
import { MailCheck, MailWarning } from "lucide-react";
import { useTexts } from "../i18n/texts";
import style from "../mail/Mail.module.css";
import { Said } from "../mail/Said";
import type { Box } from "../rest/mailbox";
import settings from "../settings/Settings.module.css";
import { serverNow } from "../shell/clock";

/** Whether answers are read. */
export function BoxStanding({ box: { host, trouble, readAt } }: { box: Box }) {
  const { t, format } = useTexts();
  const time = (at: number) => format.dayAndTime(at, serverNow());
  if (host === "") return <p className={settings.faint}>{t("mailbox.off")}</p>;
  if (trouble !== null) {
    return (
      <Alert color="red" icon={<MailWarning size={18} aria-hidden />} title={t("mailbox.trouble")}>
        <Said code={trouble.code} words={trouble.words} />
        <p className={style.said}>{t("mailbox.troubleSince", { at: time(trouble.at), next: time(trouble.nextAt) })}</p>
      </Alert>
    );
  }
  if (readAt === null) {
    return (
      <p className={settings.faint} role="status">
        {t("mailbox.connecting")}
      </p>
    );
  }
  return (
    <p className={style.works} role="status">
      <MailCheck size={18} aria-hidden />
      <span>
        <b>{t("mailbox.on")}</b> {t("mailbox.onAt", { time: time(readAt) })}
      </span>
    </p>
  );
}
