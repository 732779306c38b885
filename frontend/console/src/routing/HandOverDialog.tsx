import type { Receiver } from "@beseda/client";
import type { Conversation } from "@beseda/protocol";
import { Button, Checkbox, Group, Modal, Stack, Textarea, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Search } from "lucide-react";
import { type FormEvent, useState } from "react";
import { failureText } from "../actions/refusals";
import { useTexts } from "../i18n/texts";
import { useClient, useConsole } from "../shell/line";
import { useSignal } from "../shell/signals";
import style from "./HandOver.module.css";
import { ReceiverList } from "./ReceiverList";
import { receiversOf } from "./receivers";

/** As long as the server takes it. */
const noteLimit = 1000;

/** To whom a conversation of mine goes, and what they should know. */
export function HandOverDialog({ conversation }: { conversation: Conversation }) {
  const { t } = useTexts();
  const [opened, dialog] = useDisclosure(false);
  useSignal("askHandOver", dialog.open);
  return (
    <Modal
      opened={opened}
      onClose={dialog.close}
      title={t("handOver.title")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Form id={conversation.id} close={dialog.close} />
    </Modal>
  );
}

function Form({ id, close }: { id: string; close: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const client = useClient();
  const operators = useConsole((state) => state.operators);
  const departments = useConsole((state) => state.departments);
  const me = useConsole((state) => state.me);
  const site = useConsole((state) => state.conversations[id]?.site);
  const [query, setQuery] = useState("");
  const [to, setTo] = useState<Receiver | null>(null);
  const [note, setNote] = useState("");
  const [ask, setAsk] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const found = receiversOf({ operators, departments, me }, site, query);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (to === null) return;
    setPending(true);
    setFailure(null);
    try {
      await client.handOver(id, to, note.trim(), ask);
      close();
    } catch (error) {
      setFailure(failureText(texts, error, operators));
      setPending(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        <div>
          <TextInput
            type="search"
            leftSection={<Search size={15} aria-hidden />}
            placeholder={t("handOver.toPlaceholder")}
            aria-label={t("handOver.to")}
            data-autofocus
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
          <ReceiverList found={found} chosen={to} choose={setTo} />
        </div>
        <Textarea
          label={t("handOver.note")}
          description={t("handOver.noteHint")}
          placeholder={t("handOver.notePlaceholder")}
          rows={3}
          maxLength={noteLimit}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Checkbox label={t("handOver.ask")} checked={ask} onChange={(event) => setAsk(event.currentTarget.checked)} />
        {failure !== null && (
          <p className={style.failed} role="alert">
            {failure}
          </p>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" disabled={to === null} loading={pending}>
            {t("action.handOver")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
