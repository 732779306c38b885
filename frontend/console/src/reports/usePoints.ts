import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Day, noonOf, numberOf } from "../archive/days";
import { useTexts } from "../i18n/texts";
import { type Figures, reportQueries } from "../rest/reports";
import { stepOf } from "./asked";
import type { Asking } from "./useAsked";

/** A part of the period: its name in full and as short as an axis needs it. */
export interface Point {
  readonly key: string;
  readonly name: string;
  readonly short: string;
  readonly figures: Figures;
}

/** The period in its order: by hours of one day, by days, weeks or months. */
export function usePoints({ asked, question, fine }: Asking) {
  const { format } = useTexts();
  const step = stepOf(asked);
  const hours = useQuery({ ...reportQueries.heat(question), enabled: fine && step === "hour" });
  const times = useQuery({
    ...reportQueries.by(question, step === "hour" ? "day" : step),
    enabled: fine && step !== "hour",
  });
  const points = useMemo<readonly Point[] | undefined>(() => {
    if (step !== "hour") {
      return times.data?.rows.map(({ key, figures }) => ({ key, figures, ...timeNames(key, step, format.locale) }));
    }
    const weekday = (((numberOf(asked.from) ?? 0) + 3) % 7) + 1;
    return hours.data?.hours
      .filter((hour) => hour.weekday === weekday)
      .map(({ hour, figures }) => {
        const name = `${String(hour).padStart(2, "0")}:00`;
        return { key: name, name, short: name, figures };
      });
  }, [step, times.data, hours.data, asked.from, format.locale]);
  const query = step === "hour" ? hours : times;
  return { points, error: query.error, retry: () => void query.refetch() };
}

/** How a day, the week that begins with it or its month is called. */
export function timeNames(day: Day, step: "day" | "week" | "month", locale: string) {
  const at = noonOf(day);
  const written = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
  switch (step) {
    case "day":
      return {
        name: written({ weekday: "short", day: "numeric", month: "long" }).format(at),
        short: written({ day: "numeric", month: "short" }).format(at),
      };
    case "week":
      return {
        name: written({ day: "numeric", month: "short", year: "numeric" }).formatRange(at, at + 6 * 86_400_000),
        short: written({ day: "numeric", month: "short" }).format(at),
      };
    case "month":
      return {
        name: written({ month: "long", year: "numeric" }).format(at),
        short: written({ month: "short", year: "2-digit" }).format(at),
      };
  }
}
