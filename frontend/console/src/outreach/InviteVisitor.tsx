import { Button, Group, Modal, Stack, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Hand } from "lucide-react";
import { useState } from "react";
import { failureText } from "../actions/refusals";
import { useTexts } from "../i18n/texts";
import settings from "../settings/Settings.module.css";
import { useClient, useConsole } from "../shell/line";

/** Invites a visitor who is on line, by hand: a button and the words. What was typed outlives a refusal. */
export function InviteVisitor({ visitor, disabled = false }: { visitor: string; disabled?: boolean }) {
  const texts = useTexts();
  const { t } = texts;
  const client = useClient();
  const people = useConsole(({ operators }) => operators);
  const [open, setOpen] = useState(false);
  const [text, setText] = useState<string>(t(`outreach.standardText.${texts.language}`));
  const sending = useMutation({
    mutationFn: () => client.inviteVisitor(visitor, text.replaceAll("\n", " ").trim()),
    onSuccess: () => setOpen(false),
  });
  return (
    <>
      <Button
        fullWidth
        variant="default"
        disabled={disabled}
        leftSection={<Hand size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t("invite.visitor")}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={t("invite.visitorTitle")}
        closeButtonProps={{ "aria-label": t("common.close") }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            sending.mutate();
          }}
        >
          <Stack>
            <Textarea
              label={t("invite.visitorText")}
              description={t("invite.visitorHint")}
              data-autofocus
              autosize
              minRows={2}
              maxRows={5}
              maxLength={300}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            {sending.error !== null && (
              <p className={settings.failed} role="alert">
                {failureText(texts, sending.error, people)}
              </p>
            )}
            <Group justify="flex-end">
              <Button type="submit" loading={sending.isPending} disabled={text.trim() === ""}>
                {t("invite.visitor")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
