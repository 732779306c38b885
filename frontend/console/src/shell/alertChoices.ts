import { useSyncExternalStore } from "react";
import { remember, remembered } from "../theme/memory";
import { play, type SoundEvent, soundEvents } from "./sounds";

/** Sounds are on until refused; system notifications are off until asked for, as browsers want it. */
interface Choices {
  /** What the browser allows; asked of it rarely, for it answers only after having asked another process. */
  readonly permission: NotificationPermission;
  readonly sound: boolean;
  /** Not to be heard though sound is on. */
  readonly muted: ReadonlySet<SoundEvent>;
  readonly system: boolean;
}

const listeners = new Set<() => void>();
let choices: Choices = {
  permission: permission(),
  sound: remembered("sound") !== "off",
  muted: new Set(soundEvents.filter((event) => remembered(`sound.${event}`) === "off")),
  system: remembered("notifications") === "on",
};

export function alertChoices(): Choices {
  return choices;
}

/** Sounds it unless that was refused. False when the browser forbids it still. */
export function heard(event: SoundEvent): boolean {
  return !choices.sound || choices.muted.has(event) || play(event);
}

function choose(change: Partial<Choices>): void {
  choices = { ...choices, ...change };
  remember("sound", choices.sound ? null : "off");
  for (const event of soundEvents) remember(`sound.${event}`, choices.muted.has(event) ? "off" : null);
  remember("notifications", choices.system ? "on" : null);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener("focus", look);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener("focus", look);
  };
}

/** It may have been changed in the browser's own settings. */
function look(): void {
  const now = permission();
  if (now !== choices.permission) choose({ permission: now });
}

function permission(): NotificationPermission {
  return "Notification" in window ? Notification.permission : "denied";
}

/** How this browser tells me of new questions. Turning the system's notifications on asks the browser's permission. */
export function useAlertChoices() {
  const { sound, muted, system, permission: allowed } = useSyncExternalStore(subscribe, alertChoices);
  return {
    sound,
    muted,
    system: system && allowed === "granted",
    systemBlocked: allowed === "denied",
    chooseSound: (on: boolean) => choose({ sound: on }),
    chooseHeard: (event: SoundEvent, on: boolean) =>
      choose({ muted: new Set(soundEvents.filter((each) => (each === event ? !on : muted.has(each)))) }),
    chooseSystem: (on: boolean) => {
      if (!on) choose({ system: false });
      else
        void Notification.requestPermission().then((answer) =>
          choose({ permission: answer, system: answer === "granted" }),
        );
    },
  };
}
