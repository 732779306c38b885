import type { Conversation } from "@beseda/protocol";
import { Button } from "@mantine/core";
import { usePrevious } from "@mantine/hooks";
import { ArrowRightLeft } from "lucide-react";
import { useEffect, useState } from "react";
import { handOver } from "../actions/conversationActions";
import { run } from "../actions/run";
import { useActionContext } from "../actions/useActionContext";
import style from "../conversations/Foot.module.css";
import { useTexts } from "../i18n/texts";
import { useNow } from "../shell/clock";
import { useConsole } from "../shell/line";

/** How long a "no" is shown, milliseconds. */
const readable = 12_000;

type Pending = NonNullable<Conversation["transfer"]>;

/** Above the editor of a conversation that I am handing over: whose answer is awaited, or that it was no. */
export function Transfer({ conversation: { id, transfer } }: { conversation: Conversation }) {
  const declined = useDeclined(transfer);
  if (transfer !== null) return <Awaited id={id} transfer={transfer} />;
  return declined === null ? null : <Declined transfer={declined} />;
}

/** What was being handed over until a moment ago and is still mine; forgotten with the next attempt. */
function useDeclined(transfer: Pending | null): Pending | null {
  const before = usePrevious(transfer) ?? null;
  const [declined, setDeclined] = useState<Pending | null>(null);
  useEffect(() => {
    if (transfer !== null) setDeclined(null);
    else if (before !== null) setDeclined(before);
  }, [transfer, before]);
  useEffect(() => {
    if (declined === null) return;
    const timer = setTimeout(() => setDeclined(null), readable);
    return () => clearTimeout(timer);
  }, [declined]);
  return declined;
}

function Awaited({ id, transfer }: { id: string; transfer: Pending }) {
  const { t, format } = useTexts();
  const context = useActionContext();
  const cancel = () =>
    void run({ ...handOver, available: () => true, perform: () => context.client.decline(id) }, context);
  const { person, department } = useReceiver(transfer);
  const time = format.clock(transfer.until - useNow());
  return (
    <div className={style.standing} role="status">
      <ArrowRightLeft size={16} aria-hidden />
      <p>
        {transfer.asked
          ? t("handOver.asking", { time })
          : department === undefined
            ? t("handOver.pending", { name: person ?? t("person.unknown"), time })
            : t("handOver.pendingDepartment", { name: department, time })}
      </p>
      <Button size="sm" variant="subtle" color="gray" onClick={cancel}>
        {t("handOver.cancel")}
      </Button>
    </div>
  );
}

function Declined({ transfer }: { transfer: Pending }) {
  const { t } = useTexts();
  const { person } = useReceiver(transfer);
  return (
    <div className={style.standing} role="status">
      <p>
        {transfer.asked
          ? t("handOver.declinedByVisitor")
          : person === undefined
            ? t("handOver.declinedDepartment")
            : t("handOver.declined", { name: person })}
      </p>
    </div>
  );
}

function useReceiver({ to, department }: Pending) {
  return {
    person: useConsole((state) => state.operators[to ?? ""]?.name),
    department: useConsole((state) => state.departments.find(({ id }) => id === department)?.name),
  };
}
