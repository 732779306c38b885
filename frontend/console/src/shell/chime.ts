let context: AudioContext | undefined;

/** Two soft notes, made on the spot. Does nothing while the browser waits for the first click on the page. */
export function chime(): boolean {
  return play([784, 0], [1047, 0.14]);
}

/** What asks for an answer: three rising notes. False while the browser waits for the first click on the page. */
export function ring(): boolean {
  return play([659, 0], [880, 0.16], [1175, 0.32]);
}

/** An answer is getting late: two falling notes. */
export function urge(): boolean {
  return play([880, 0], [659, 0.18]);
}

function play(...notes: readonly (readonly [frequency: number, delay: number])[]): boolean {
  // A machine without sound has none: nothing to wait for.
  if (!("AudioContext" in window)) return true;
  context ??= new AudioContext();
  if (context.state === "suspended") {
    void context.resume();
    return false;
  }
  for (const [frequency, delay] of notes) note(context, frequency, delay);
  return true;
}

function note(audio: AudioContext, frequency: number, delay: number): void {
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
