/** A piece of a text: words, or an address that may be followed. */
export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string };

/** Where an address may begin, or the heart of a mail address. `javascript:` and its friends never become links. */
const beginning = /https?:\/\/|www\.|mailto:|tel:|@/gi;
/** What never belongs to an address typed into a sentence. */
const end = /[\s<>"'`«»“”„|\\^{}]/;
const brackets: Readonly<Record<string, { closing: string; step: 1 | -1 }>> = {
  "(": { closing: ")", step: -1 },
  ")": { closing: ")", step: 1 },
  "[": { closing: "]", step: -1 },
  "]": { closing: "]", step: 1 },
};
const longest = 2048;

/**
 * Cuts a text into words and links, in one pass: the time grows with the length of the text and nothing else. The pieces
 * put together are the text. Addresses with a user name in them stay words, because they are made to look like others.
 */
export function linked(text: string): Piece[] {
  const pieces: Piece[] = [];
  let written = 0;
  beginning.lastIndex = 0;
  for (let found = beginning.exec(text); found !== null; found = beginning.exec(text)) {
    const from = found[0] === "@" ? mailFrom(text, found.index, written) : found.index;
    const to = trimmed(text, from, endOf(text, found.index));
    beginning.lastIndex = Math.max(to, found.index + found[0].length);
    const address = text.slice(from, to);
    const href = startsWord(text, from) ? hrefOf(address) : null;
    if (href === null) continue;
    if (from > written) pieces.push({ kind: "text", text: text.slice(written, from) });
    pieces.push({ kind: "link", text: address, href });
    written = to;
  }
  if (written < text.length) pieces.push({ kind: "text", text: text.slice(written) });
  return pieces;
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}_@/.-]/u.test(text.charAt(at - 1));
}

/** Where the name before an `@` begins; it never reaches back over another `@`, so every character is passed once. */
function mailFrom(text: string, at: number, written: number): number {
  let from = at;
  while (from > written && /[\p{L}\p{N}._+-]/u.test(text.charAt(from - 1))) from--;
  return from;
}

function endOf(text: string, from: number): number {
  let at = from;
  while (at < text.length && !end.test(text.charAt(at))) at++;
  return at;
}

/** Leaves out the punctuation of the sentence, but keeps a bracket that was opened inside the address. */
function trimmed(text: string, from: number, to: number): number {
  const extra = unopened(text, from, to);
  let last = to;
  while (last > from) {
    const character = text.charAt(last - 1);
    const surplus = extra.get(character) ?? 0;
    if (surplus > 0) extra.set(character, surplus - 1);
    else if (!/[.,;:!?…*_~-]/.test(character)) return last;
    last--;
  }
  return last;
}

/** How many closing brackets of each kind have no opening one in that part of the text. */
function unopened(text: string, from: number, to: number): Map<string, number> {
  const extra = new Map<string, number>();
  for (let at = from; at < to; at++) {
    const bracket = brackets[text.charAt(at)];
    if (bracket !== undefined) extra.set(bracket.closing, (extra.get(bracket.closing) ?? 0) + bracket.step);
  }
  return extra;
}

function hrefOf(address: string): string | null {
  if (address.length > longest) return null;
  if (/^tel:/i.test(address)) return /^tel:\+?[\d()-]{3,24}$/i.test(address) ? address : null;
  if (/^mailto:/i.test(address)) return mailHref(address.slice("mailto:".length));
  if (!/^(?:https?:|www\.)/i.test(address)) return mailHref(address);
  const url = parsed(/^www\./i.test(address) ? `https://${address}` : address);
  if (url === null || !url.hostname.includes(".")) return null;
  return url.username === "" && url.password === "" ? url.href : null;
}

/** Nothing after the address itself: a link in a chat fills in no subject and no body. */
function mailHref(address: string): string | null {
  const [name = "", host = "", ...more] = address.split("@");
  const plain = /^[\p{L}\p{N}._+-]{1,64}$/u.test(name) && /^[\p{L}\p{N}.-]{3,255}$/u.test(host) && more.length === 0;
  return plain && /[^.]\.[^.]{2,}$/.test(host) ? `mailto:${address}` : null;
}

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
