import type { RequestTexts } from "../i18n/requestTexts";
import type { Refused } from "./requests";

const known = [
  "required",
  "time",
  "consent",
  "phone",
  "email",
  "too_long",
  "unprintable",
  "date",
  "not_one_of",
  "slot",
] as const;

/** The sentence for what is wrong with a field. */
export function wrong(code: string) {
  if (code === "taken") return "request.taken";
  const found = known.find((each) => each === code) ?? "other";
  return `request.wrong.${found}` as const;
}

/** The sentence for why the whole was not taken. */
export function troubleOf({ code, retry }: Refused, { t }: RequestTexts): string {
  if (code === "forbidden") return t("request.forbidden");
  if (code !== "request_rate") return t("request.failed");
  return t("request.rate", { count: Math.max(1, Math.ceil((retry ?? 0) / 60_000)) });
}
