import type { Conversation } from "@beseda/protocol";
import { useQuery } from "@tanstack/react-query";
import { Mail, MailX } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { queries } from "../rest/queries";
import style from "./Foot.module.css";

/** How an answer reaches a visitor who is gone, if he left an address. */
export function ByMail({ conversation: { visitor } }: { conversation: Conversation }) {
  const { t } = useTexts();
  const { data } = useQuery(queries.visitor(visitor.id));
  if (visitor.online || !data?.mailing) return null;
  const { to, minutes, stopped } = data.mailing;
  const Icon = stopped ? MailX : Mail;
  return (
    <p className={style.byMail} role="status">
      <Icon size={15} aria-hidden />
      {stopped ? (
        <span>{t("standing.mailStopped")}</span>
      ) : (
        <span title={t("standing.mailAfter", { minutes })}>{t("standing.mail", { address: to })}</span>
      )}
    </p>
  );
}
