import { useMemo } from "react";
import { useTexts } from "../i18n/texts";
import { type FieldErrors, fieldErrors } from "../parts/fieldErrors";
import { zone as ownZone } from "../rest/archive";
import { asProblem } from "../rest/problem";
import { useNow } from "../shell/clock";
import { navigate, type Route, useSearch } from "../shell/route";
import { type Asked, askedOf, dayIn, parametersOf, searchOf, wrongsOf } from "./asked";

/** What the address asks for, and the way to ask for something else. */
export function useAsked(route: Extract<Route, { page: "reports" }>) {
  const { t } = useTexts();
  const search = useSearch();
  const now = useNow(60_000);
  const zone = known(new URLSearchParams(search).get("zone")) ?? ownZone();
  const today = dayIn(zone, now);
  const asked = useMemo(() => askedOf(search, today), [search, today]);
  const wrongs = wrongsOf(asked);
  const errors: FieldErrors = Object.fromEntries(
    Object.entries(wrongs).map(([field, wrong]) => [field, t(`archive.wrong.${wrong}`)]),
  );
  const question = useMemo(() => ({ ...parametersOf(asked), zone }), [asked, zone]);
  const change = (next: Asked) => navigate(route, false, "", searchOf(next, today));
  return { asked, question, zone, today, errors, fine: Object.keys(wrongs).length === 0, change };
}

export type Asking = ReturnType<typeof useAsked>;

/** An address may name a zone that there is not: then it is the reader's. */
function known(zone: string | null): string | null {
  if (zone === null || zone === "") return null;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** What the server says is wrong, where the page has a field for it. */
export function useErrors(error: Error | null): FieldErrors {
  const texts = useTexts();
  return useMemo(() => fieldErrors(error === null ? null : asProblem(error), texts), [error, texts]);
}
