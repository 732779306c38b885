import { Button, Group, Modal, Text } from "@mantine/core";
import { useState } from "react";
import { failureText } from "../actions/refusals";
import { useTexts } from "../i18n/texts";
import { useClient } from "../shell/line";

/** Asked before a message is taken back. */
export function DeleteQuestion({ conversation, seq, close }: { conversation: string; seq: number; close: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const confirm = async () => {
    setBusy(true);
    try {
      await client.takeBack(conversation, seq);
      close();
    } catch (error) {
      setFailure(failureText(texts, error, client.getState().operators));
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={close}
      title={t("message.deleteTitle")}
      size="sm"
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Text c="dimmed">{t("message.deleteText")}</Text>
      {failure !== null && (
        <Text c="red" role="alert" mt="sm">
          {failure}
        </Text>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={close}>
          {t("common.cancel")}
        </Button>
        <Button color="red" loading={busy} onClick={() => void confirm()} data-autofocus>
          {t("common.delete")}
        </Button>
      </Group>
    </Modal>
  );
}
