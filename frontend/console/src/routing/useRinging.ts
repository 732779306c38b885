import { useEffect } from "react";
import { heard, useAlertChoices } from "../shell/alertChoices";
import { useSoundBlocked } from "../shell/sounds";

/** From one ring to the next, milliseconds. */
const pause = 3000;

/** Rings until nothing is asked any more, unless the operator has turned that off. True when the browser forbids it still. */
export function useRinging(asked: boolean): boolean {
  const { sound, muted } = useAlertChoices();
  const blocked = useSoundBlocked();
  const on = asked && sound && !muted.has("offer");
  useEffect(() => {
    if (!on) return;
    heard("offer");
    const timer = setInterval(() => heard("offer"), pause);
    return () => clearInterval(timer);
  }, [on]);
  return on && blocked;
}
