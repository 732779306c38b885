import type { Texts } from "../i18n/texts";
import type { FigureName } from "../rest/reports";
import { type Change, type Kind, shapes } from "./figures";

type Writer = Pick<Texts, "t" | "format">;

/** A number as people of the reader's language write it; null is a dash. */
export function figureText(name: FigureName, value: number | null, texts: Writer): string {
  return value === null ? texts.t("reports.none") : numberText(shapes[name].kind, value, texts);
}

export function numberText(kind: Kind, value: number, { format }: Writer): string {
  const written = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(format.locale, options).format(value);
  switch (kind) {
    case "count":
      return format.number(value);
    case "time":
      return format.duration(Math.round(value / 1000) * 1000);
    case "hours":
      return hoursText(value, format.locale);
    case "share":
      return written({ style: "percent", maximumFractionDigits: 0 });
    case "score":
      return written({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
    case "ratio":
      return written(
        Math.abs(value) < 10
          ? { minimumSignificantDigits: 2, maximumSignificantDigits: 2 }
          : { maximumFractionDigits: 1 },
      );
  }
}

/** Work is told in hours, never in days: 176 ч 5 мин; with its sign below zero. */
export function hoursText(milliseconds: number, locale: string): string {
  const whole = Math.round(Math.abs(milliseconds) / 1000);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const parts: [number, "hour" | "minute" | "second"][] =
    hours > 0
      ? [
          [hours, "hour"],
          [minutes, "minute"],
        ]
      : minutes > 0
        ? [
            [minutes, "minute"],
            [whole % 60, "second"],
          ]
        : [];
  const kept = parts.filter(([value]) => value > 0);
  const told: typeof parts = kept.length > 0 ? kept : [[whole, "second"]];
  const unit = ([value, name]: (typeof parts)[number]) =>
    new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "short" }).format(value);
  return (milliseconds < 0 ? "−" : "") + told.map(unit).join(" ");
}

/** A correction: what it adds, or takes away. */
export function signedHours(milliseconds: number, locale: string): string {
  return (milliseconds > 0 ? "+" : "") + hoursText(milliseconds, locale);
}

/** +12 %, −3 п. п., +0,25 */
export function changeText({ by, unit }: Change, { t, format }: Writer): string {
  const written = (value: number, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(format.locale, { signDisplay: "exceptZero", ...options }).format(value);
  switch (unit) {
    case "percent":
      return written(by, { style: "percent", maximumFractionDigits: 0 });
    case "points":
      return t("reports.points", { number: written(by * 100, { maximumFractionDigits: 0 }) });
    case "score":
      return written(by, { maximumFractionDigits: 2 });
  }
}

const steps = [15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400, 259_200, 604_800];

/** Five or so round marks of an axis of time, from nothing to not less than the longest. */
export function ticksUpTo(longest: number): number[] {
  const step = (steps.find((seconds) => longest / 5000 <= seconds) ?? 2_592_000) * 1000;
  const count = Math.max(1, Math.ceil(longest / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}
