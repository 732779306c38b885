import type { Texts } from "../i18n/texts";
import type { Mail } from "../rest/mail";
import { type BoxDraft, type LetterState, letterStates } from "../rest/mailbox";

function known(state: string): LetterState {
  return letterStates.find((each) => each === state) ?? "unreadable";
}

/** What became of a letter, in a word or two. */
export const stateOf = (state: string, { t }: Texts) => t(`mailbox.state.${known(state)}`);

/** Why, and what to do. */
export const whyOf = (state: string, { t }: Texts) => t(`mailbox.why.${known(state)}`);

/** Services whose mailboxes are read elsewhere than one would guess. */
const elsewhere: Readonly<Record<string, string>> = { "smtp.office365.com": "outlook.office365.com" };

/** The mailbox that belongs to what letters go out by, as far as one can guess. */
export function boxOf({
  host,
  security,
  user,
  from,
}: Pick<Mail, "host" | "security" | "user" | "from">): Partial<BoxDraft> {
  const open = security === "none";
  return {
    host: elsewhere[host.toLowerCase()] ?? host.replace(/^smtp\./i, "imap."),
    port: open ? 143 : 993,
    security: open ? "none" : "tls",
    user: user || from,
    address: from,
  };
}

/** An address with a plus, as an example. */
export function plusExample(address: string): string {
  const sign = address.lastIndexOf("@");
  return sign > 0 ? `${address.slice(0, sign)}+…${address.slice(sign)}` : "support+…@example.org";
}
