import type { Conversation } from "@beseda/protocol";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { DoorOpen } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTexts } from "../i18n/texts";
import { Failure } from "../parts/Failure";
import { Message } from "../parts/Message";
import { SkeletonRows } from "../parts/SkeletonRows";
import { queries } from "../rest/queries";
import { HandOverDialog } from "../routing/HandOverDialog";
import { TakeOverQuestion } from "../routing/TakeOverQuestion";
import { useClient, useConsole } from "../shell/line";
import { follow, pathOf, type Route } from "../shell/route";
import { useSignal } from "../shell/signals";
import { CloseQuestion } from "./CloseQuestion";
import style from "./ConversationPane.module.css";
import { Foot } from "./Foot";
import { Header } from "./Header";
import { Log } from "./Log";

const TagPicker = lazy(() => import("../later").then((file) => ({ default: file.TagPicker })));

interface Props {
  id: string;
  panelOpen: boolean;
  /** Only where the list isn't beside. */
  back?: () => void;
}

/** One conversation: who it is with, what was said, and the place to answer. */
export function ConversationPane({ id, panelOpen, back }: Props) {
  const client = useClient();
  const known = useConsole((state) => state.conversations[id]);
  useEffect(() => {
    client.open(id);
    return () => client.leave(id);
  }, [client, id]);
  const gone = useConsole((state) => state.gone.includes(id));
  const stored = useQuery({ ...queries.conversation(id), enabled: known === undefined && !gone });
  if (gone) return <Gone />;
  const conversation = known ?? stored.data;
  if (conversation === undefined) {
    return (
      <section className={style.pane}>
        {stored.isError ? (
          <Failure error={stored.error} retry={() => void stored.refetch()} leave={<ToConversations />} />
        ) : (
          <SkeletonRows count={4} />
        )}
      </section>
    );
  }
  return (
    <section className={style.pane}>
      <Header conversation={conversation} panelOpen={panelOpen} {...(back ? { back } : {})} />
      <Log conversation={conversation} />
      <Foot conversation={conversation} />
      <CloseQuestion conversation={conversation} />
      <HandOverDialog conversation={conversation} />
      <TakeOverQuestion conversation={conversation} />
      <Tagging conversation={conversation} />
    </section>
  );
}

function Tagging({ conversation }: { conversation: Conversation }) {
  const [open, setOpen] = useState(false);
  useSignal("tags", () => setOpen(true));
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <TagPicker conversation={conversation} close={() => setOpen(false)} />
    </Suspense>
  );
}

/** It went where I may not read it while I had it open. */
function Gone() {
  const { t } = useTexts();
  return (
    <section className={style.pane} aria-live="polite">
      <Message icon={DoorOpen} title={t("pane.gone")} text={t("pane.goneHint")}>
        <ToConversations />
      </Message>
    </section>
  );
}

function ToConversations() {
  const { t } = useTexts();
  const route: Route = { page: "conversations", conversation: null };
  return (
    <Button component="a" variant="default" href={pathOf(route)} onClick={(event) => follow(event, route)}>
      {t("action.goConversations")}
    </Button>
  );
}
