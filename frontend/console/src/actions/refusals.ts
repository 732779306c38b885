import { type ConsoleSnapshot, Refusal } from "@beseda/client";
import type { PlainKey } from "../i18n/keys";
import type { Texts } from "../i18n/texts";
import { asProblem } from "../rest/problem";

const plain: Readonly<Record<string, PlainKey>> = {
  message_empty: "refused.message_empty",
  message_invalid: "refused.message_invalid",
  document_invalid: "refused.document_invalid",
  document_too_complex: "refused.document_too_complex",
  files_too_many: "refused.files_too_many",
  file_unknown: "refused.file_unknown",
  conversation_unknown: "refused.conversation_unknown",
  conversation_closed: "refused.conversation_closed",
  message_unknown: "refused.message_unknown",
  reply_unknown: "refused.reply_unknown",
  tag_unknown: "refused.tag_unknown",
  too_late: "refused.too_late",
  not_owner: "refused.not_owner",
  offer_gone: "refused.offer_gone",
  offered: "refused.offered",
  receiver_away: "refused.receiver_away",
  visitor_gone: "refused.visitor_gone",
  visitor_refused: "refused.visitor_refused",
  visitor_busy: "refused.visitor_busy",
  place_unknown: "refused.place_unknown",
  answers_wanted: "refused.answers_wanted",
  transcripts_too_many: "refused.transcripts_too_many",
  answers_invalid: "refused.answers_invalid",
  address_invalid: "refused.address_invalid",
  rate: "refused.rate",
  busy: "refused.busy",
  closing: "refused.closing",
  storage: "refused.storage",
  forbidden: "refused.forbidden",
  too_large: "refused.too_large",
  malformed: "refused.malformed",
  outbox_full: "refused.outbox_full",
  expired: "refused.expired",
  stopped: "refused.stopped",
  network: "refused.network",
};

/** What a refusal of the line means to the operator, in words. */
export function refusalText(
  { t, format }: Texts,
  code: string,
  params: Readonly<Record<string, string>>,
  people: ConsoleSnapshot["operators"],
): string {
  const owner = people[params.owner ?? ""]?.name;
  if (code === "taken" || (code === "not_owner" && owner !== undefined)) {
    return owner === undefined ? t("refused.takenBySomebody") : t("refused.taken", { name: owner });
  }
  if (code === "message_too_long") {
    return t("refused.message_too_long", { limit: format.number(Number(params.limit ?? 16_000)) });
  }
  const key = plain[code];
  return key === undefined ? t("refused.other", { code }) : t(key);
}

/** The words for anything that an action may end with. */
export function failureText(texts: Texts, error: unknown, people: ConsoleSnapshot["operators"]): string {
  if (error instanceof Refusal) return refusalText(texts, error.code, error.params, people);
  const problem = asProblem(error);
  return problem.detail === "" ? refusalText(texts, problem.code, {}, people) : problem.detail;
}
