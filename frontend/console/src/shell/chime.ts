let context: AudioContext | undefined;

/** Two soft notes, made on the spot. Does nothing while the browser waits for the first click on the page. */
export function chime(): void {
  context ??= new AudioContext();
  if (context.state === "suspended") {
    void context.resume();
    return;
  }
  note(context, 784, 0);
  note(context, 1047, 0.14);
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
