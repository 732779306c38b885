import { Tooltip, UnstyledButton } from "@mantine/core";
import { CircleDot, CircleMinus, CircleSlash } from "lucide-react";
import { run } from "../actions/run";
import { states } from "../actions/shellActions";
import { useActionContext } from "../actions/useActionContext";
import { useTexts } from "../i18n/texts";
import { useMyState } from "./myState";
import style from "./Rail.module.css";

const icons = { online: CircleDot, away: CircleMinus, off: CircleSlash } as const;

/** My state with one click: on line becomes away, anything else becomes on line. */
export function StateButton() {
  const { t } = useTexts();
  const context = useActionContext();
  const state = useMyState();
  const Icon = icons[state];
  const next = state === "online" ? states.away : states.online;
  return (
    <Tooltip
      label={t(state === "online" ? "state.onlineHint" : state === "away" ? "state.awayHint" : "state.offHint")}
      position="right"
      multiline
      maw={240}
    >
      <UnstyledButton
        className={style.state}
        data-state={state}
        aria-label={`${t(`state.${state}`)}. ${t(next.label)}`}
        onClick={() => void run(next, context)}
      >
        <Icon size={20} aria-hidden />
      </UnstyledButton>
    </Tooltip>
  );
}
