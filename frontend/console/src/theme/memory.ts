const prefix = "beseda.console.";

/** What this browser remembers about looks and habits: never anything of value, and it may be forbidden to. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null;
  }
}

/** Null forgets. */
export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, value);
  } catch {
    // The browser keeps nothing: the choice lives as long as the page.
  }
}
