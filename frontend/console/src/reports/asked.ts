import { type Day, numberOf, type Period, shifted, periodOf as usualPeriodOf } from "../archive/days";
import { mostDays } from "../archive/filters";

export const presets = [
  "today",
  "yesterday",
  "thisWeek",
  "lastWeek",
  "last30",
  "thisMonth",
  "lastMonth",
  "thisQuarter",
  "thisYear",
] as const;
export type Preset = (typeof presets)[number];

export const choices = ["sites", "departments", "operators"] as const;

/** What figures are asked of; it stands in the address. An empty zone is the reader's own. */
export type Asked = Period & { readonly zone: string } & {
  readonly [Choice in (typeof choices)[number]]: readonly string[];
};

/** Both days belong to it; what is going on ends today. */
export function periodOf(preset: Preset, today: Day): Period {
  const [year = "", month = ""] = today.split("-");
  switch (preset) {
    case "last30":
      return { from: shifted(today, -29), until: today };
    case "thisQuarter": {
      const first = String(Math.floor((Number(month) - 1) / 3) * 3 + 1).padStart(2, "0");
      return { from: `${year}-${first}-01`, until: today };
    }
    case "thisYear":
      return { from: `${year}-01-01`, until: today };
    default:
      return usualPeriodOf(preset, today);
  }
}

export function presetOf({ from, until }: Period, today: Day): Preset | null {
  const same = (preset: Preset) => {
    const period = periodOf(preset, today);
    return period.from === from && period.until === until;
  };
  return presets.find(same) ?? null;
}

/** What an address asks for; thirty days where it names none. */
export function askedOf(search: string, today: Day): Asked {
  const given = new URLSearchParams(search);
  const usual = periodOf("last30", today);
  const named = given.get("from") ?? given.get("until");
  const many = (name: string) => [...new Set((given.get(name) ?? "").split(","))].filter((each) => each !== "");
  return {
    from: given.get("from") ?? named ?? usual.from,
    until: given.get("until") ?? named ?? usual.until,
    zone: given.get("zone") ?? "",
    sites: many("sites"),
    departments: many("departments"),
    operators: many("operators"),
  };
}

/** What is asked by its names in addresses; without what is as usual. */
export function parametersOf({ from, until, zone, ...lists }: Asked): Record<string, string> {
  const named = choices.filter((choice) => lists[choice].length > 0).map((choice) => [choice, lists[choice].join(",")]);
  return { from, until, ...(zone === "" ? {} : { zone }), ...Object.fromEntries(named) };
}

/** The part of the address that says what is asked; empty where the address alone says as much. */
export function searchOf(asked: Asked, today: Day): string {
  const { from, until, ...rest } = parametersOf(asked);
  const usual = presetOf(asked, today) === "last30";
  if (usual && Object.keys(rest).length === 0) return "";
  return searching({ ...(usual ? {} : { from: asked.from, until: asked.until }), ...rest });
}

function searching(parameters: Readonly<Record<string, string>>): string {
  return `?${new URLSearchParams(parameters).toString().replaceAll("%2C", ",")}`;
}

/** What may stand in the archive's address beside the period. */
export type Narrowed = Readonly<
  Partial<
    Record<
      | "late"
      | "missed"
      | "taken"
      | "handed_over"
      | "operators"
      | "departments"
      | "sites"
      | "page"
      | "city"
      | "source"
      | "scores"
      | "weekdays"
      | "hours",
      string
    >
  >
> &
  Partial<Period>;

/** Where the archive shows the conversations that a number counts. */
export function archiveSearch(asked: Asked, narrowed: Narrowed = {}): string {
  return searching({ ...parametersOf(asked), ...narrowed });
}

export type Wrong = "date" | "backwards" | "periodLong";

/** What is wrong with the days before anybody is asked. */
export function wrongsOf({ from, until }: Period): Readonly<Partial<Record<keyof Period, Wrong>>> {
  const first = numberOf(from);
  const last = numberOf(until);
  if (first === null || last === null) {
    return { ...(first === null ? { from: "date" } : {}), ...(last === null ? { until: "date" } : {}) };
  }
  if (last < first) return { until: "backwards" };
  return last - first >= mostDays ? { until: "periodLong" } : {};
}

export function lengthOf({ from, until }: Period): number {
  return (numberOf(until) ?? 0) - (numberOf(from) ?? 0) + 1;
}

/** As many days just before or just after. */
export function steppedBy(asked: Asked, steps: -1 | 1): Asked {
  const days = steps * lengthOf(asked);
  return { ...asked, from: shifted(asked.from, days), until: shifted(asked.until, days) };
}

/** How the time of a period is told apart, so that a chart of it can be read. */
export function stepOf(period: Period): "hour" | "day" | "week" | "month" {
  const days = lengthOf(period);
  if (days === 1) return "hour";
  if (days <= 62) return "day";
  return days <= 400 ? "week" : "month";
}

/** The day of an instant in a time zone. */
export function dayIn(zone: string, at: number): Day {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(at);
}
