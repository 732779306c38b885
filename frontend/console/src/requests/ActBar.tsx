import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { AlarmClock, PhoneMissed } from "lucide-react";
import { doneRequest, noAnswer, putOff, reached, requestConversation, takeRequest } from "../actions/requestActions";
import { useTexts } from "../i18n/texts";
import { Keys } from "../parts/Keys";
import type { RequestDetail } from "../rest/requests";
import { useConsole } from "../shell/line";
import { navigate } from "../shell/route";
import { useSession } from "../shell/session";
import { useSignal } from "../shell/signals";
import style from "./Detail.module.css";
import { HandOver } from "./HandOver";
import { Merge } from "./Merge";
import { MoreActs } from "./MoreActs";
import type { Acts } from "./useActs";
import { WhenMenu } from "./WhenMenu";

interface Props {
  detail: RequestDetail;
  acts: Acts;
  /** What goes along with what is done. */
  note: string;
}

/** The buttons that fit how it stands, the most likely one first. */
export function ActBar({ detail, acts, note }: Props) {
  const { t } = useTexts();
  const { request, others } = detail;
  const me = useConsole((state) => state.me);
  const { permissions } = useSession();
  const [handing, hand] = useDisclosure(false);
  const [merging, merge] = useDisclosure(false);
  const { state, nature, owner } = request;
  const mine = state === "claimed" && owner === me;
  const free = state === "open";
  const may = mine || free || (state === "claimed" && permissions.includes("take_over"));
  const call = nature === "call";
  const { perform } = acts;
  const { conversation } = request;
  const open = () => {
    if (conversation !== null) navigate({ page: "conversations", conversation });
    // A letter that came to me by itself becomes a conversation when I turn to it.
    else if (mine && !call) acts.answer();
  };
  useSignal("request.take", () => free && perform({ act: "claim" }));
  useSignal(
    "request.reached",
    () => may && call && perform({ act: "attempt", outcome: "reached", nextAt: null, note }),
  );
  useSignal(
    "request.wrongNumber",
    () => may && call && perform({ act: "attempt", outcome: "wrong_number", nextAt: null, note }),
  );
  useSignal("request.done", () => may && perform({ act: "done", outcome: call ? "reached" : "answered", note }));
  useSignal("request.handOver", () => may && hand.open());
  useSignal("request.conversation", open);
  return (
    <div className={style.acts}>
      {free && (
        <Act of="claim" acts={acts} keys={takeRequest.keys} primary onClick={() => perform({ act: "claim" })}>
          {t("action.take")}
        </Act>
      )}
      {!call && (mine || conversation !== null) && (
        <Act acts={acts} keys={requestConversation.keys} primary={mine} onClick={open}>
          {t(mine ? "requests.answerThere" : "requests.conversation")}
        </Act>
      )}
      {may && call && <CallActs detail={detail} acts={acts} note={note} primary={mine} />}
      {may && !call && (
        <Act
          of="done"
          acts={acts}
          keys={doneRequest.keys}
          onClick={() => perform({ act: "done", outcome: "answered", note })}
        >
          {t("requests.answered")}
        </Act>
      )}
      {may && (
        <WhenMenu
          label={t("requests.putOff")}
          keys={putOff.keys}
          opens="request.putOff"
          icon={AlarmClock}
          zone={request.zone}
          pending={acts.pending === "snooze"}
          choose={(until) => perform({ act: "snooze", until })}
        />
      )}
      {state === "done" && request.outcome !== "merged" && (
        <Act of="reopen" acts={acts} onClick={() => perform({ act: "reopen" })}>
          {t("requests.reopen")}
        </Act>
      )}
      {may && <MoreActs detail={detail} acts={acts} note={note} hand={hand.open} merge={merge.open} />}
      {handing && <HandOver detail={detail} note={note} acts={acts} close={hand.close} />}
      {merging && <Merge others={others} acts={acts} close={merge.close} />}
    </div>
  );
}

function CallActs({ detail: { request }, acts, note, primary }: Props & { primary: boolean }) {
  const { t } = useTexts();
  const { perform } = acts;
  return (
    <>
      <Act
        of="attempt"
        acts={acts}
        keys={reached.keys}
        primary={primary}
        onClick={() => perform({ act: "attempt", outcome: "reached", nextAt: null, note })}
      >
        {t("requests.reached")}
      </Act>
      <WhenMenu
        label={t("requests.noAnswer")}
        title={t("requests.nextAttempt")}
        keys={noAnswer.keys}
        opens="request.noAnswer"
        icon={PhoneMissed}
        zone={request.zone}
        pending={acts.pending === "attempt"}
        choose={(nextAt) => perform({ act: "attempt", outcome: "no_answer", nextAt, note })}
      />
    </>
  );
}

interface ActProps {
  of?: Acts["pending"];
  acts: Acts;
  keys?: string | undefined;
  primary?: boolean;
  onClick: () => void;
  children: string;
}

function Act({ of = null, acts, keys, primary = false, onClick, children }: ActProps) {
  return (
    <Button
      size="sm"
      variant={primary ? "filled" : "default"}
      loading={of !== null && acts.pending === of}
      onClick={onClick}
      rightSection={keys !== undefined && <Keys of={keys} />}
      aria-label={children}
    >
      {children}
    </Button>
  );
}
