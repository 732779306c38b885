/**
 * Two soft notes made on the spot: no file is fetched. Silent until the visitor has touched the page, because browsers
 * forbid sound before that and complain about the attempt.
 */
export function chime(): void {
  if (navigator.userActivation?.hasBeenActive === false) return;
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const loudness = audio.createGain();
  tone.frequency.value = 660;
  tone.frequency.setValueAtTime(880, 0.12);
  loudness.gain.value = 0.12;
  loudness.gain.setTargetAtTime(0, 0.15, 0.12);
  tone.connect(loudness).connect(audio.destination);
  tone.onended = () => audio.close();
  tone.start();
  tone.stop(0.8);
}
