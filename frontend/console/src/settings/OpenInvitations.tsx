import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { MailPlus } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import { serverNow } from "../shell/clock";
import { Block } from "./Page";
import style from "./Settings.module.css";

/** Invitations nobody has used yet. */
export function OpenInvitations() {
  const { t, format } = useTexts();
  const cache = useQueryClient();
  const { data } = useQuery(queries.invitations);
  const revoke = useMutation({
    mutationFn: (id: string) => request("DELETE", `/api/invitations/${id}`),
    onSettled: () => cache.invalidateQueries({ queryKey: queries.invitations.queryKey }),
  });
  if (data === undefined || data.length === 0) return null;
  return (
    <Block title={t("invite.open")}>
      <ul className={style.rows}>
        {data.map(({ id, email, role, expiresAt }) => (
          <li key={id}>
            <div className={style.row}>
              <MailPlus size={20} className={style.aside} aria-hidden />
              <span className={style.grow}>
                <p className={style.name}>{email}</p>
                <p className={style.faint}>
                  {t("invite.until", { role: t(`role.${role}`), time: format.dayAndTime(expiresAt, serverNow()) })}
                </p>
              </span>
              <Button
                size="xs"
                variant="subtle"
                color="red"
                loading={revoke.isPending && revoke.variables === id}
                onClick={() => revoke.mutate(id)}
              >
                {t("invite.revoke")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Block>
  );
}
