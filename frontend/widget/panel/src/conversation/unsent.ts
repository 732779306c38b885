import type { Texts } from "../i18n/texts";

/** Why a text was not taken, in the visitor's words. */
export function reasonOf(
  { code, params }: { readonly code: string | null; readonly params: Readonly<Record<string, string>> },
  { t, format }: Texts,
): string {
  switch (code) {
    case "message_too_long":
      return t("unsent.message_too_long", { limit: format.number(Number(params.limit ?? 4000)) });
    case "message_invalid":
      return t("unsent.message_invalid");
    case "file_unknown":
      return t("unsent.file_unknown");
    case "outbox_full":
      return t("composer.full");
    case "rate":
      return t("unsent.rate");
    case "expired":
      return t("unsent.expired");
    default:
      return t("unsent.other");
  }
}
