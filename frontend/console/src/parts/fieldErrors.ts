import { failureText } from "../actions/refusals";
import type { PlainKey } from "../i18n/keys";
import type { Texts } from "../i18n/texts";
import type { Problem } from "../rest/problem";

const known: Readonly<Record<string, PlainKey>> = {
  required: "field.required",
  empty: "field.required",
  missing: "field.required",
  too_short: "field.tooShort",
  too_long: "field.tooLong",
  taken: "field.taken",
  duplicate: "field.taken",
  common: "field.passwordCommon",
  password_common: "field.passwordCommon",
};

export type FieldErrors = Readonly<Partial<Record<string, string>>>;

/** What is wrong with each field, in words; the names are the paths of what was sent, e.g. `site.origin`. */
export function fieldErrors(problem: Problem | null, { t }: Texts): FieldErrors {
  const errors: Record<string, string> = {};
  for (const { field, code, expected } of problem?.fields ?? []) {
    const key = known[code];
    errors[field] ??= expected ? t("field.expected", { expected }) : t(key ?? "field.wrong");
  }
  return errors;
}

/** What is left to say above the form: the failure itself, unless every field at fault is `shown` in it. */
export function generalError(
  error: Error | null,
  errors: FieldErrors,
  shown: readonly string[],
  texts: Texts,
): string | null {
  if (error === null) return null;
  const fields = Object.keys(errors);
  if (fields.length > 0 && fields.every((field) => shown.includes(field))) return null;
  return failureText(texts, error, {});
}
