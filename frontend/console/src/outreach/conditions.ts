import type { Texts } from "../i18n/texts";
import type { Condition } from "../rest/types";
import { clockOf, workingHours } from "./ScheduleField";

export const kinds = [
  "onPage",
  "onSite",
  "page",
  "place",
  "returning",
  "visits",
  "source",
  "language",
  "device",
  "hours",
  "value",
  "idle",
] as const satisfies readonly Condition["kind"][];

/** A condition of a kind, to be filled in. */
export function freshCondition(kind: Condition["kind"]): Condition {
  switch (kind) {
    case "onPage":
    case "onSite":
    case "idle":
      return { kind, seconds: 60 };
    case "page":
      return { kind, patterns: [], not: false };
    case "place":
      return { kind, places: [{ country: "RU", region: null, city: null }], not: false };
    case "returning":
      return { kind, returning: true };
    case "visits":
      return { kind, least: 2, most: null };
    case "source":
      return { kind, sources: [] };
    case "language":
      return { kind, languages: [] };
    case "device":
      return { kind, devices: ["desktop"] };
    case "hours":
      return { kind, schedule: workingHours };
    case "value":
      return { kind, name: "", test: "known", text: "" };
  }
}

/** A condition in a few words. */
export function shortly({ t, format }: Texts, condition: Condition): string {
  const kind = t(`outreach.kind.${condition.kind}`);
  switch (condition.kind) {
    case "onPage":
    case "onSite":
    case "idle":
      return `${kind}: ${format.duration(condition.seconds * 1000)}`;
    case "page":
      return `${t(condition.not ? "outreach.pageIsNot" : "outreach.pageIs")}: ${condition.patterns.join(", ")}`;
    case "place":
      return `${t(condition.not ? "outreach.placeIsNot" : "outreach.placeIs")}: ${condition.places
        .map(({ country, region, city }) => city ?? region ?? country)
        .join(", ")}`;
    case "returning":
      return t(condition.returning ? "outreach.returns" : "outreach.newcomer");
    case "visits":
      return `${kind}: ${condition.least}–${condition.most ?? "∞"}`;
    case "source":
      return `${kind}: ${condition.sources.join(", ")}`;
    case "language":
      return `${kind}: ${condition.languages.join(", ")}`;
    case "device":
      return `${kind}: ${condition.devices.map((device) => t(`outreach.device.${device}`)).join(", ")}`;
    case "hours":
      return `${kind}: ${clockOf(condition.schedule.from)}–${clockOf(condition.schedule.to)}`;
    case "value":
      return `${condition.name}: ${t(`outreach.test.${condition.test}`)} ${condition.text}`;
  }
}
