import { notifications } from "@mantine/notifications";
import type { Texts } from "../i18n/texts";
import { pathOf } from "../shell/route";
import type { TextEntry } from "./logItems";

/** The address that opens the console at a conversation, and at one message of it if wished. */
export function linkTo(conversation: string, seq: number | null = null): string {
  const path = pathOf({ page: "conversations", conversation });
  return `${location.origin}${path}${seq === null ? "" : `#message-${seq}`}`;
}

/** The message that the address asks for, by its place in the public log; null when for none. */
export function messageOf(hash: string): number | null {
  const seq = /^#m(?:essage-)?([1-9]\d{0,8})$/.exec(hash)?.[1];
  return seq === undefined ? null : Number(seq);
}

/** Puts the address into the clipboard and says so, also where the browser does not allow it. */
export async function copyLink({ t }: Texts, link: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(link);
    notifications.show({ id: "link", message: t("link.copied"), autoClose: 2500 });
  } catch {
    notifications.show({ id: "link", message: link, title: t("link.byHand"), autoClose: 15_000 });
  }
}

/** What the address asks for, as {@link placeOf} names it: a message or a note. */
export function placeIn(hash: string): string | null {
  const note = /^#(note-[1-9]\d{0,8})$/.exec(hash)?.[1];
  return note ?? messageOf(hash)?.toString() ?? null;
}

/** Where a link to it leads: the place of a message in the public log, of a note in the other one. */
export function placeOf({ note, seq }: TextEntry): string | undefined {
  return seq === null ? undefined : note ? `note-${seq}` : `${seq}`;
}
