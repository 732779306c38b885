import type { FieldErrors } from "../parts/fieldErrors";

/** What is wrong with a field or with anything inside of it. */
export function errorWithin(errors: FieldErrors, field: string): string | undefined {
  return Object.entries(errors).find(
    ([name]) => name === field || name.startsWith(`${field}[`) || name.startsWith(`${field}.`),
  )?.[1];
}
