import { useEffect, useState } from "react";
import { useAlertChoices } from "../shell/alertChoices";
import { ring } from "../shell/chime";

/** From one ring to the next, milliseconds. */
const pause = 3000;

/** Rings until nothing is asked any more, unless the operator has turned sounds off. True when the browser forbids it still. */
export function useRinging(asked: boolean): boolean {
  const { sound } = useAlertChoices();
  const [blocked, setBlocked] = useState(false);
  const on = asked && sound;
  useEffect(() => {
    if (!on) return;
    const again = () => setBlocked(!ring());
    again();
    const timer = setInterval(again, pause);
    return () => {
      clearInterval(timer);
      setBlocked(false);
    };
  }, [on]);
  return blocked;
}
