/** The time of day in a time zone, or null when the zone's name is not one: it comes from the visitor's browser. */
export function timeIn(zone: string, at: number, locale: string): string | null {
  try {
    return new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: zone }).format(at);
  } catch {
    return null;
  }
}

/** By how many milliseconds the clocks of a zone are ahead of `home` (the reader's own zone unless given). */
export function differenceOf(zone: string, at: number, home?: string): number | null {
  const there = wallClock(zone, at);
  const here = wallClock(home, at);
  return there === null || here === null ? null : there - here;
}

/** The zone as people name it: Екатеринбург, UTC+5; null when its name is not one. */
export function zoneName(zone: string, at: number, locale: string): string | null {
  if (timeIn(zone, at, locale) === null) return null;
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "shortGeneric" }).formatToParts(at);
  // In Ukrainian it is said that this is a time: «час: Київ».
  const name = (parts.find(({ type }) => type === "timeZoneName")?.value ?? zone).replace(/^час: /, "");
  const offset = offsetOf(zone, at);
  return /^(GMT|UTC)/.test(name) ? offset : `${name}, ${offset}`;
}

/** As it stands in a list, found by the place in the reader's language and by its own name: Германия (UTC+1) · Europe/Berlin. */
export function zoneLabel(zone: string, at: number, locale: string): string {
  const id = zone.replaceAll("_", " ");
  const offset = offsetOf(zone, at);
  const place = zoneName(zone, at, locale)?.replace(`, ${offset}`, "") ?? "";
  return /^\p{Script=Cyrillic}/u.test(place) ? `${place} (${offset}) · ${id}` : `${id} (${offset})`;
}

/** All zones the browser knows, the reader's own among them. */
export function knownZones(): string[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [...new Set([...Intl.supportedValuesOf("timeZone"), own, "UTC"])].sort();
}

/** What the clock on the wall shows, as if it were UTC; whole minutes. */
export function wallClock(zone: string | undefined, at: number): number | null {
  try {
    const parts = new Intl.DateTimeFormat("en-GB", {
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      hourCycle: "h23",
      ...(zone === undefined ? {} : { timeZone: zone }),
    }).formatToParts(at);
    const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
    return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
  } catch {
    return null;
  }
}

/** UTC+3, UTC+5:30: a zone's present difference from UTC. */
export function offsetOf(zone: string, at: number): string {
  const minutes = Math.round((differenceOf(zone, at, "UTC") ?? 0) / 60_000);
  const rest = Math.abs(minutes) % 60;
  const hours = Math.floor(Math.abs(minutes) / 60);
  return `UTC${minutes < 0 ? "−" : "+"}${hours}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
}
