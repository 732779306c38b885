import type { Format } from "@beseda/ui/i18n";

const day = 24 * 60 * 60 * 1000;

/** Сегодня, вторник, 24 ноября; further away without the first word. */
export function dayLabel(there: Format, zone: string, at: number, now = Date.now()): string {
  const date = new Intl.DateTimeFormat(there.locale, {
    timeZone: zone,
    weekday: "long",
    day: "numeric",
    month: "long",
  }).format(at);
  const near = [now, now + day].some((each) => there.day(each, at) === there.day(at, at));
  return capitalised(near ? `${there.day(at, now)}, ${date}` : date);
}

/** Саратов, стандартное время (GMT+4) */
export function zoneLabel(locale: string, zone: string, at: number): string {
  const said = (timeZoneName: "long" | "shortOffset") =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName })
      .formatToParts(at)
      .find(({ type }) => type === "timeZoneName")?.value ?? zone;
  return `${said("long")}, ${said("shortOffset")}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
