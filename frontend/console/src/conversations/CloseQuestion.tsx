import type { Conversation } from "@beseda/protocol";
import { Button, Group, Modal, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { close } from "../actions/conversationActions";
import { run } from "../actions/run";
import { useActionContext } from "../actions/useActionContext";
import { useTexts } from "../i18n/texts";
import { useSignal } from "../shell/signals";

/** Asked before a conversation is closed whose last word is the visitor's. */
export function CloseQuestion({ conversation }: { conversation: Conversation }) {
  const { t } = useTexts();
  const context = useActionContext();
  const [opened, dialog] = useDisclosure(false);
  useSignal("askClose", dialog.open);
  const confirm = () => {
    dialog.close();
    void run({ ...close, perform: ({ client }) => client.close(conversation.id) }, context);
  };
  return (
    <Modal
      opened={opened}
      onClose={dialog.close}
      title={t("close.title")}
      size="sm"
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Text c="dimmed">{t("close.text")}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={dialog.close}>
          {t("common.cancel")}
        </Button>
        <Button onClick={confirm} data-autofocus>
          {t("action.close")}
        </Button>
      </Group>
    </Modal>
  );
}
