import { afterEach, expect, test, vi } from "vitest";

/** An audio context that waits for the first click, and counts the notes it was given. */
class Silent {
  static made: Silent[] = [];
  state: "suspended" | "running" = "suspended";
  onstatechange: (() => void) | null = null;
  notes = 0;
  readonly currentTime = 0;
  readonly destination = {};
  constructor() {
    Silent.made.push(this);
  }
  resume = async () => {};
  click() {
    this.state = "running";
    this.onstatechange?.();
  }
  createGain() {
    return {
      gain: { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} },
      connect: (next: unknown) => next,
    };
  }
  createOscillator() {
    this.notes++;
    return { type: "", frequency: { value: 0 }, connect: (next: unknown) => next, start() {}, stop() {} };
  }
}

async function fresh() {
  vi.resetModules();
  Silent.made = [];
  vi.stubGlobal("AudioContext", Silent);
  return { choices: await import("./alertChoices"), sounds: await import("./sounds") };
}

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

test("a sound the browser forbids is told as forbidden, and is heard after the first click", async () => {
  const { choices } = await fresh();
  expect(choices.heard("offer")).toBe(false);
  const [audio] = Silent.made;
  audio?.click();
  expect(choices.heard("offer")).toBe(true);
  expect(audio?.notes).toBe(3);
});

test("what was turned off is not sounded, also after a reload, and does not count as forbidden", async () => {
  localStorage.setItem("beseda.console.sound.note", "off");
  const { choices } = await fresh();
  expect(choices.heard("note")).toBe(true);
  expect(Silent.made).toEqual([]);
  localStorage.setItem("beseda.console.sound", "off");
  const later = await fresh();
  expect(later.choices.heard("question")).toBe(true);
  expect(Silent.made).toEqual([]);
});
