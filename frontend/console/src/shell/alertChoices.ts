import { useSyncExternalStore } from "react";
import { remember, remembered } from "../theme/memory";

/** Sound is on until refused; system notifications are off until asked for, as browsers want it. */
interface Choices {
  readonly sound: boolean;
  readonly system: boolean;
}

const listeners = new Set<() => void>();
let choices: Choices = { sound: remembered("sound") !== "off", system: remembered("notifications") === "on" };

export function alertChoices(): Choices {
  return choices;
}

function choose(change: Partial<Choices>): void {
  choices = { ...choices, ...change };
  remember("sound", choices.sound ? null : "off");
  remember("notifications", choices.system ? "on" : null);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const permission = () => ("Notification" in window ? Notification.permission : "denied");

/** How this browser tells me of new questions. Turning the system's notifications on asks the browser's permission. */
export function useAlertChoices() {
  const { sound, system } = useSyncExternalStore(subscribe, alertChoices);
  return {
    sound,
    system: system && permission() === "granted",
    systemBlocked: permission() === "denied",
    chooseSound: (on: boolean) => choose({ sound: on }),
    chooseSystem: (on: boolean) => {
      if (!on) choose({ system: false });
      else void Notification.requestPermission().then((answer) => choose({ system: answer === "granted" }));
    },
  };
}
