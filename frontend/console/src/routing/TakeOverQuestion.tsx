import type { Conversation } from "@beseda/protocol";
import { Button, Group, Modal, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { takeOver } from "../actions/conversationActions";
import { run } from "../actions/run";
import { useActionContext } from "../actions/useActionContext";
import { useTexts } from "../i18n/texts";
import { useConsole } from "../shell/line";
import { signal, useSignal } from "../shell/signals";

/** Asked before a conversation is taken from the colleague who is in it. */
export function TakeOverQuestion({ conversation }: { conversation: Conversation }) {
  const { t } = useTexts();
  const context = useActionContext();
  const owner = useConsole((state) => state.operators[conversation.owner ?? ""]?.name);
  const [opened, dialog] = useDisclosure(false);
  useSignal("askTakeOver", dialog.open);
  const confirm = () => {
    dialog.close();
    const perform = async () => {
      await context.client.takeOver(conversation.id);
      signal("answer");
    };
    void run({ ...takeOver, perform }, context);
  };
  return (
    <Modal
      opened={opened}
      onClose={dialog.close}
      title={t("takeOver.title")}
      size="sm"
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Text c="dimmed">{t("takeOver.text", { name: owner ?? t("person.unknown") })}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={dialog.close}>
          {t("common.cancel")}
        </Button>
        <Button onClick={confirm} data-autofocus>
          {t("action.takeOver")}
        </Button>
      </Group>
    </Modal>
  );
}
