import type { KeyValues } from "@beseda/client";
import type { Embedding } from "./embedding";

/**
 * A storage for a frame that the browser lets keep nothing: everything is handed to the page's side, which gave it back at
 * the start. Reads are answered from memory.
 */
export function mirroredStorage(embedding: Embedding): KeyValues {
  const items = new Map(Object.entries(embedding.start?.kept.panel ?? {}));
  const keep = () => embedding.say({ t: "keep", part: { panel: Object.fromEntries(items) } });
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem(key, value) {
      items.set(key, value);
      keep();
    },
    removeItem(key) {
      if (items.delete(key)) keep();
    },
  };
}

/** The browser's storage if it really keeps, else the page's side, else (a window of its own) nothing. */
export function storageFor(own: KeyValues | null, embedding: Embedding): KeyValues | null {
  try {
    own?.setItem("beseda:probe", "1");
    own?.removeItem("beseda:probe");
    if (own) return own;
  } catch {
    // Blocked or full: the page's side is asked.
  }
  return embedding.start ? mirroredStorage(embedding) : null;
}
