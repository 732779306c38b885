import type { OperatorState } from "@beseda/protocol";
import { Tooltip, UnstyledButton } from "@mantine/core";
import { CircleDot, CircleMinus, CircleSlash } from "lucide-react";
import { run } from "../actions/run";
import { states } from "../actions/shellActions";
import { useActionContext } from "../actions/useActionContext";
import { useTexts } from "../i18n/texts";
import { type Reminder, useReminder } from "./hoursReminder";
import { useConsole } from "./line";
import { useMyState } from "./myState";
import style from "./Rail.module.css";

const icons = { online: CircleDot, away: CircleMinus, off: CircleSlash } as const;

function Hint({ state, id, reminder }: { state: OperatorState; id: string; reminder: Reminder }) {
  const { t } = useTexts();
  const why = useConsole((snapshot) => snapshot.operators[id]?.why ?? "own");
  if (state !== "online" && why !== "own") return `${t(`away.${why}`)}. ${t("away.return")}`;
  if (reminder !== null) return `${t(`hours.${reminder}`)}. ${t("hours.own")}`;
  return t(state === "online" ? "state.onlineHint" : state === "away" ? "state.awayHint" : "state.offHint");
}

/** My state with one click: on line becomes away, anything else becomes on line. */
export function StateButton() {
  const { t } = useTexts();
  const context = useActionContext();
  const state = useMyState();
  const reminder = useReminder();
  const Icon = icons[state];
  const next = state === "online" ? states.away : states.online;
  return (
    <Tooltip label={<Hint state={state} id={context.me.id} reminder={reminder} />} position="right" multiline maw={240}>
      <UnstyledButton
        className={style.state}
        data-state={state}
        data-reminds={reminder !== null || undefined}
        aria-label={`${t(`state.${state}`)}. ${reminder === null ? "" : `${t(`hours.${reminder}`)}. `}${t(next.label)}`}
        onClick={() => void run(next, context)}
      >
        <Icon size={20} aria-hidden />
      </UnstyledButton>
    </Tooltip>
  );
}
