import type { Texts } from "../i18n/texts";
import { type MailCode, mailCodes } from "../rest/mail";

const abouts = ["report", "transcript", "answer", "test"] as const;

/** What happened with the mail server and what to do, in words. */
export function explained(code: string | null, { t }: Texts): string {
  return t(`mail.code.${mailCodes.find((each): each is MailCode => each === code) ?? "server"}`);
}

/** What a letter is. */
export function aboutOf(about: string, { t }: Texts): string {
  return t(`mail.about.${abouts.find((each) => each === about) ?? "other"}`);
}
