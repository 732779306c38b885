import type { Conversation } from "@beseda/protocol";
import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Mail, MailX } from "lucide-react";
import { useEffect } from "react";
import { failureText } from "../actions/refusals";
import { useTexts } from "../i18n/texts";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { Visitor } from "../rest/types";
import { useConsole } from "../shell/line";
import style from "./Foot.module.css";

/** How an answer reaches a visitor who is gone, if he left an address. */
export function ByMail({ conversation: { id, visitor } }: { conversation: Conversation }) {
  const { t } = useTexts();
  const cache = useQueryClient();
  const { data } = useQuery(queries.visitor(visitor.id));
  const returns = useConsole((state) => state.threads[id]?.internal.events.filter(isReturn).length ?? 0);
  useEffect(() => {
    if (returns > 0) void cache.invalidateQueries({ queryKey: queries.visitor(visitor.id).queryKey });
  }, [cache, returns, visitor.id]);
  if (visitor.online || !data?.mailing) return null;
  const { to, minutes, stopped, returned } = data.mailing;
  const Icon = stopped || returned ? MailX : Mail;
  return (
    <div className={style.byMail} role="status">
      <Icon size={15} aria-hidden />
      {stopped ? (
        <span>{t("standing.mailStopped")}</span>
      ) : returned ? (
        <Returned visitor={visitor.id} to={to} />
      ) : (
        <span title={t("standing.mailAfter", { minutes })}>{t("standing.mail", { address: to })}</span>
      )}
    </div>
  );
}

function isReturn({ body }: { body: { type: string } }): boolean {
  return body.type === "returned";
}

/** Letters came back: none go there until somebody says so. */
function Returned({ visitor, to }: { visitor: string; to: string }) {
  const texts = useTexts();
  const { t } = texts;
  const cache = useQueryClient();
  const again = useMutation({
    mutationFn: () => request<Visitor>("DELETE", `/api/visitors/${encodeURIComponent(visitor)}/returned`),
    onSuccess: (now) => cache.setQueryData(queries.visitor(visitor).queryKey, now),
  });
  return (
    <span>
      {t("standing.mailReturned", { address: to })}{" "}
      <Button
        size="compact-xs"
        variant="default"
        title={t("standing.mailAgainHint")}
        loading={again.isPending}
        onClick={() => again.mutate()}
      >
        {t("standing.mailAgain")}
      </Button>
      {again.error !== null && (
        <span className={style.byMailFailed} role="alert">
          {failureText(texts, again.error, {})}
        </span>
      )}
    </span>
  );
}
