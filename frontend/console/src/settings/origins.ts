/** An origin in a browser's spelling (https://shop.example), made of anything a person may paste; null when it is none. */
export function originOf(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === "" || /\s/.test(trimmed)) return null;
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  try {
    const url = new URL(address);
    const web = url.protocol === "https:" || url.protocol === "http:";
    return web && url.username === "" && !url.hostname.includes("*") && url.hostname !== "" ? url.origin : null;
  } catch {
    return null;
  }
}
