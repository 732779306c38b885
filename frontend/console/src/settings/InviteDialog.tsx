import type { Role } from "@beseda/protocol";
import { Button, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "../i18n/texts";
import { CopyButton } from "../parts/CopyButton";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { InvitationDraft, NewInvitation } from "../rest/types";
import { serverNow } from "../shell/clock";
import { Belonging } from "./Belonging";
import style from "./Settings.module.css";
import { useForm } from "./useForm";

const roles: readonly Role[] = ["operator", "supervisor", "administrator"];
const nobody: InvitationDraft = { email: "", role: "operator", sites: [], departments: [] };

/** Invites a colleague: an address and a role make a link, which is shown once. */
export function InviteDialog({ close }: { close: () => void }) {
  const { t } = useTexts();
  const cache = useQueryClient();
  const [made, setMade] = useState<NewInvitation | null>(null);
  const form = useForm("invitation", nobody, ["email", "role", "sites", "departments"], async (draft) => {
    setMade(await request<NewInvitation>("POST", "/api/invitations", draft));
    await cache.invalidateQueries({ queryKey: queries.invitations.queryKey });
  });
  const { value, errors, change } = form;
  return (
    <Modal
      opened
      size="lg"
      onClose={close}
      title={t(made === null ? "people.invite" : "invite.made")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      {made !== null ? (
        <Link made={made} />
      ) : (
        <form onSubmit={form.submit}>
          <Stack>
            <TextInput
              label={t("field.email")}
              type="email"
              required
              withAsterisk={false}
              data-autofocus
              value={value.email}
              error={errors.email ?? form.general}
              onChange={(event) => change({ email: event.currentTarget.value })}
            />
            <Select
              label={t("people.role")}
              description={t(`role.${value.role}Hint`)}
              data={roles.map((each) => ({ value: each, label: t(`role.${each}`) }))}
              allowDeselect={false}
              value={value.role}
              error={errors.role}
              onChange={(next) => next !== null && change({ role: next })}
            />
            <Belonging value={value} errors={errors} change={change} />
            <Group justify="flex-end">
              <Button type="submit" loading={form.pending}>
                {t("invite.submit")}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}

function Link({ made }: { made: NewInvitation }) {
  const { t, format } = useTexts();
  return (
    <Stack>
      <p className={style.faint}>{t("invite.hint", { time: format.dayAndTime(made.expiresAt, serverNow()) })}</p>
      <pre className={style.code}>{made.link}</pre>
      <div>
        <CopyButton text={made.link} label={t("invite.copy")} />
      </div>
    </Stack>
  );
}
