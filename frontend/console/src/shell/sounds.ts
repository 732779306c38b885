import { useSyncExternalStore } from "react";

/** What the console is heard for: a question put to me, one nobody has, my visitor's words, a colleague's note, a late answer, a request. */
export const soundEvents = ["offer", "question", "message", "note", "late", "request"] as const;
export type SoundEvent = (typeof soundEvents)[number];

type Note = readonly [frequency: number, delay: number];

/** Soft notes, made on the spot; those that ask for haste have more of them. Frequencies in Hz, delays in seconds. */
const tunes: Readonly<Record<SoundEvent, readonly Note[]>> = {
  offer: [
    [659, 0],
    [880, 0.16],
    [1175, 0.32],
  ],
  question: [
    [784, 0],
    [1047, 0.14],
  ],
  message: [[1047, 0]],
  note: [
    [587, 0],
    [587, 0.16],
  ],
  late: [
    [880, 0],
    [659, 0.18],
  ],
  request: [
    [523, 0],
    [784, 0.16],
    [523, 0.32],
  ],
};

let context: AudioContext | undefined;
let blocked = false;
const listeners = new Set<() => void>();

/** False while the browser waits for the first click on the page; until then {@link useSoundBlocked} tells so. */
export function play(event: SoundEvent): boolean {
  // A machine without sound has none: nothing to wait for.
  if (!("AudioContext" in window)) return true;
  context ??= begin();
  if (context.state === "suspended") {
    void context.resume();
    tell(true);
    return false;
  }
  for (const [frequency, delay] of tunes[event]) sound(context, frequency, delay);
  return true;
}

function begin(): AudioContext {
  const audio = new AudioContext();
  audio.onstatechange = () => audio.state === "running" && tell(false);
  return audio;
}

function tell(now: boolean): void {
  blocked = now;
  for (const listener of listeners) listener();
}

/** True when something should have been heard and the browser did not let it. */
export function useSoundBlocked(): boolean {
  return useSyncExternalStore(subscribe, () => blocked);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function sound(audio: AudioContext, frequency: number, delay: number): void {
  const at = audio.currentTime + delay;
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.type = "sine";
  tone.frequency.value = frequency;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.16, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.5);
  tone.connect(volume).connect(audio.destination);
  tone.start(at);
  tone.stop(at + 0.55);
}
