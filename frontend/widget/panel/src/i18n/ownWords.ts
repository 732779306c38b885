import type { SiteLook } from "@beseda/client";

/** What the company says in place of the window's own words; nothing where those do. */
export function ownWords(site: SiteLook | null): Partial<SiteLook["words"]> {
  // A look that was kept on the page may be older than this.
  const words = Object.entries(site?.words ?? {}).filter(([, text]) => text !== "");
  return Object.fromEntries(words);
}
