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

/**
 * The browser's storage if it really keeps, else the page's side, else (a window of its own) nothing. What was handed over
 * is put there first, in memory if need be.
 */
export function storageFor(own: KeyValues | null, embedding: Embedding): KeyValues | null {
  const { start, handover } = embedding;
  const storage = keeps(own) ? own : start || handover ? mirroredStorage(embedding) : null;
  for (const [key, value] of Object.entries(handover?.items ?? {})) storage?.setItem(key, value);
  return storage;
}

function keeps(own: KeyValues | null): boolean {
  try {
    own?.setItem("beseda:probe", "1");
    own?.removeItem("beseda:probe");
    return own !== null;
  } catch {
    return false;
  }
}

/** All that is kept about the visitor of one site. */
export function itemsOf(storage: KeyValues | null, site: string): Record<string, string> {
  const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? "");
  const wanted = keys.filter((key) => key.startsWith("beseda/") && `${key}/`.includes(`/${site}/`));
  return Object.fromEntries(wanted.map((key) => [key, storage?.getItem(key) ?? ""]));
}
