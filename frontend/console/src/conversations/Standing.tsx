import type { Conversation } from "@beseda/protocol";
import { Button } from "@mantine/core";
import { StickyNote } from "lucide-react";
import { ActionButton } from "../actions/ActionButton";
import { isAvailable } from "../actions/action";
import { take, takeNext, takeOver } from "../actions/conversationActions";
import { useActionContext } from "../actions/useActionContext";
import { useTexts } from "../i18n/texts";
import { Avatar } from "../parts/Avatar";
import { AskStanding } from "../routing/AskStanding";
import { useAsked } from "../routing/AsksProvider";
import { serverNow, useNow } from "../shell/clock";
import { useConsole } from "../shell/line";
import { signal } from "../shell/signals";
import style from "./Foot.module.css";
import { waitedFor } from "./waiting";

/** Why there is no editor: it is being put to me, nobody has taken the conversation yet, a colleague has it, or it is over. */
export function Standing({ conversation }: { conversation: Conversation }) {
  const { here } = useAsked();
  if (here?.conversation.id !== conversation.id) return <Plain conversation={conversation} />;
  return (
    <AskStanding ask={here}>
      <NoteButton />
    </AskStanding>
  );
}

function Plain({ conversation }: { conversation: Conversation }) {
  const { t, format } = useTexts();
  const owner = useConsole((state) => (conversation.owner === null ? undefined : state.operators[conversation.owner]));
  switch (conversation.state) {
    case "waiting":
      return (
        <div className={style.standing} data-waiting>
          <p>
            <WaitingWords conversation={conversation} />
          </p>
          <NoteButton />
          <ActionButton action={take} size="sm" />
        </div>
      );
    case "offered":
      return (
        <div className={style.standing} data-waiting>
          <p>
            <OfferWords conversation={conversation} />
          </p>
          <NoteButton />
          <ActionButton action={take} size="sm" />
        </div>
      );
    case "active":
      return (
        <div className={style.standing}>
          {owner !== undefined && <Avatar id={owner.id} name={owner.name} photo={owner.photo} size={28} />}
          <p>{owner === undefined ? t("standing.somebody") : t("standing.owner", { name: owner.name })}</p>
          <NoteButton />
          <ActionButton action={takeOver} size="sm" variant="default" />
        </div>
      );
    case "closed":
      return (
        <div className={style.standing}>
          <p>
            {t("standing.closed", {
              time: format.dayAndTime(conversation.closedAt ?? conversation.openedAt, serverNow()),
            })}
          </p>
          <TakeNext />
        </div>
      );
  }
}

function OfferWords({ conversation: { offer } }: { conversation: Conversation }) {
  const { t, format } = useTexts();
  const name = useConsole((state) => state.operators[offer?.to ?? ""]?.name);
  const time = format.clock((offer?.until ?? 0) - useNow());
  return name === undefined ? t("standing.offeredSomebody", { time }) : t("standing.offered", { name, time });
}

function WaitingWords({ conversation }: { conversation: Conversation }) {
  const { t, format } = useTexts();
  const waited = waitedFor(conversation, useNow());
  return waited === null ? t("standing.queue") : t("standing.waits", { time: format.clock(waited) });
}

/** What to do after a closed conversation, if anybody waits. */
function TakeNext() {
  return isAvailable(takeNext, useActionContext()) ? <ActionButton action={takeNext} size="sm" /> : null;
}

function NoteButton() {
  const { t } = useTexts();
  return (
    <Button
      size="sm"
      variant="subtle"
      color="gray"
      leftSection={<StickyNote size={16} aria-hidden />}
      onClick={() => signal("note")}
    >
      {t("editor.modeNote")}
    </Button>
  );
}
