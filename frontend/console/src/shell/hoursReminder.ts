import { notifications } from "@mantine/notifications";
import { useEffect, useEffectEvent, useRef } from "react";
import { useTexts } from "../i18n/texts";
import { isOffHours } from "../operators/said";
import { useNow } from "./clock";
import { useConsole } from "./line";
import { useMyState } from "./myState";
import { useSession } from "./session";

/** Whether it is outside my working hours; null where I said nothing of them. */
function useOff(): boolean | null {
  const { id } = useSession().operator;
  const hours = useConsole((snapshot) => snapshot.operators[id]?.hours);
  const now = useNow(30_000);
  return hours === undefined ? null : isOffHours(hours, now);
}

export type Reminder = "over" | "begun" | null;

/** What my hours say against my state: they are over and I am on line, or they run and I am not. */
export function useReminder(): Reminder {
  const off = useOff();
  const state = useMyState();
  if (off === null || (state === "online") !== off) return null;
  return off ? "over" : "begun";
}

/** Says so once, when the hour comes; the mark on my state stays. */
export function HoursReminder() {
  const { t } = useTexts();
  const off = useOff();
  const reminder = useReminder();
  const before = useRef<boolean | null>(null);
  const come = useEffectEvent(() => {
    if (reminder === null) return;
    notifications.show({ id: "hours", title: t(`hours.${reminder}`), message: t("hours.own"), autoClose: 20_000 });
  });
  useEffect(() => {
    if (before.current !== null && off !== null && before.current !== off) come();
    before.current = off;
  }, [off]);
  return null;
}
