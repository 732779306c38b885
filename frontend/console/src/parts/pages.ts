import type { Page } from "@beseda/protocol";

/** The address when it may be followed: visitors' browsers say what they like. */
export function safeAddress(url: string): string | null {
  const parsed = parse(url);
  return parsed !== null && (parsed.protocol === "https:" || parsed.protocol === "http:") ? parsed.href : null;
}

/** How a page is called: its title, or the path of its address. */
export function pageTitle({ title, url }: Page): string {
  if (title.trim() !== "") return title;
  return pathOf(url);
}

/** The path of an address as people read it; what isn't an address stays as it is. */
export function pathOf(url: string): string {
  const parsed = parse(url);
  if (parsed === null) return url;
  try {
    return decodeURI(parsed.pathname + parsed.search);
  } catch {
    return parsed.pathname + parsed.search;
  }
}

export function hostOf(url: string): string {
  return parse(url)?.hostname ?? url;
}

function parse(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}
