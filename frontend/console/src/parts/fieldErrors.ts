import { failureText } from "../actions/refusals";
import type { PlainKey } from "../i18n/keys";
import type { Texts } from "../i18n/texts";
import type { Problem } from "../rest/problem";

/** Where the server's phrase of what it expected would not make a sentence. */
const known: Readonly<Record<string, PlainKey>> = {
  required: "field.required",
  taken: "field.taken",
  password_common: "field.passwordCommon",
  password_personal: "field.passwordPersonal",
  password_wrong: "field.passwordWrong",
  code_wrong: "field.codeWrong",
};

export type FieldErrors = Readonly<Partial<Record<string, string>>>;

/** What is wrong with each field, in words; the names are the paths of what was sent, e.g. `site.origin`. */
export function fieldErrors(problem: Problem | null, { t }: Texts): FieldErrors {
  const errors: Record<string, string> = {};
  for (const { field, code, expected } of problem?.fields ?? []) {
    const key = known[code];
    errors[field] ??= key === undefined && expected ? sentence(expected) : t(key ?? "field.wrong");
  }
  return errors;
}

function sentence(phrase: string): string {
  return phrase.charAt(0).toLocaleUpperCase() + phrase.slice(1);
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
