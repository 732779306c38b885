import type { TextDocument, TextRun } from "@beseda/protocol";
import type { Submitted } from "../outbox/types";

/** Blocks and runs together. */
export const MOST_NODES = 1000;
/** Lists within a list. */
export const DEEPEST = 3;
const longestHref = 2048;
/** Of the document as JSON, so that a frame holds it. */
const mostBytes = 60_000;

type Refused = Extract<Submitted, { ok: false }>;

/** Says what the server would say to the formatting; null when it may be sent. */
export function refusalOfDocument(document: TextDocument): Refused | null {
  const nodes = document.blocks.reduce((sum, { runs }) => sum + 1 + runs.length, 0);
  if (nodes > MOST_NODES || bytes(JSON.stringify(document)) > mostBytes) {
    return { ok: false, code: "document_too_complex", params: { limit: `${MOST_NODES}`, nodes: `${nodes}` } };
  }
  let above = -1;
  for (const block of document.blocks) {
    const level = block.type === "item" ? block.level : -1;
    if (level > DEEPEST || level > above + 1) return invalid("level");
    above = level;
    const reason = block.runs.map(brokenRule).find((broken) => broken !== null);
    if (reason) return invalid(reason);
  }
  return null;
}

function brokenRule({ text, marks }: TextRun): string | null {
  if (text === "") return "run";
  if (new Set(marks.map(({ type }) => type)).size < marks.length) return "mark";
  return marks.every((mark) => mark.type !== "link" || isSafeHref(mark.href)) ? null : "link";
}

function invalid(reason: string): Refused {
  return { ok: false, code: "document_invalid", params: { reason } };
}

/** Which addresses may be followed: of the web without a user's name, of a mailbox without anything after it, or a phone number. */
export function isSafeHref(href: string): boolean {
  return (
    href.length <= longestHref &&
    /^[!#-;=?-[\]^_a-z{|}~]+$/.test(href) &&
    (/^https?:\/\/[^/?#@]+(?:[/?#].*)?$/i.test(href) ||
      /^mailto:[^@?&:/]+@[^@?&:/]+$/i.test(href) ||
      /^tel:\+?[0-9()-]{3,24}$/i.test(href))
  );
}

/**
 * The address somebody means by what he wrote or pasted: with a scheme, as browsers write it; null when none can be made of
 * it that may be followed.
 */
export function hrefFor(written: string): string | null {
  const text = written.trim();
  if (/^(?:mailto|tel):/i.test(text)) return safe(text.replace(/[\s?].*$/, ""));
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) return safe(`mailto:${text}`);
  if (/^\+?[\d\s()-]{5,24}$/.test(text)) return safe(`tel:${text.replace(/\s/g, "")}`);
  const scheme = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text);
  if (!scheme && !/^[^\s/?#]+\.[^\s/?#]{2,}/.test(text)) return null;
  try {
    const { href, protocol } = new URL(scheme ? text : `https://${text}`);
    return /^https?:$/.test(protocol) ? safe(href.replace(/[<>"`\\]/g, encodeURIComponent)) : null;
  } catch {
    return null;
  }
}

function safe(href: string): string | null {
  return isSafeHref(href) ? href : null;
}

function bytes(json: string): number {
  let sum = 0;
  for (let at = 0; at < json.length; at++) {
    const unit = json.charCodeAt(at);
    sum += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
  }
  return sum;
}
