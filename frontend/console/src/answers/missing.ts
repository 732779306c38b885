import type { Texts } from "../i18n/texts";
import type { Variable } from "./variables";

/** Why an answer that was to be sent at once waits in the field. */
export function missingText({ t }: Texts, missing: readonly Variable[]): string {
  return t("picker.notSent", { what: missing.map((name) => t(`variable.${name}`)).join(", ") });
}
