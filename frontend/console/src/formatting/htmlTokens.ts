/** A piece of HTML as somebody's program put it into the clipboard. */
export type Token =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "open"; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: "close"; readonly name: string };

/** What these hold is no text at all. */
const raw = new Set(["script", "style", "title", "xml", "noscript", "template", "textarea", "iframe", "svg", "math"]);
const attribute = /[\s/]*([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?/y;
const names: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  laquo: "«",
  raquo: "»",
  mdash: "—",
  ndash: "–",
  hellip: "…",
  bull: "•",
  middot: "·",
  copy: "©",
  reg: "®",
  trade: "™",
  euro: "€",
  deg: "°",
  times: "×",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  bdquo: "„",
  sbquo: "‚",
  shy: "",
};

/** Reads HTML in one pass, without a parser that would build or load anything of it. Scripts and styles are passed over. */
export function* tokensOf(html: string): Generator<Token> {
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf("<", at);
    const end = next < 0 ? html.length : next;
    if (end > at) yield { kind: "text", text: decoded(html.slice(at, end)) };
    if (next < 0) return;
    const { token, end: past } = marked(html, next);
    if (token !== null) yield token;
    at = past;
  }
}

/** What begins with an angle: a tag, something that is passed over, or just an angle. */
function marked(html: string, at: number): { token: Token | null; end: number } {
  if (html.startsWith("<!--", at)) return { token: null, end: after(html, "-->", at + 4) };
  if (/[!?]/.test(html.charAt(at + 1))) return { token: null, end: after(html, ">", at) };
  if (!/[a-z/]/i.test(html.charAt(at + 1))) return { token: { kind: "text", text: "<" }, end: at + 1 };
  const { token, end } = tagAt(html, at);
  return token.kind === "open" && raw.has(token.name)
    ? { token: null, end: pastRaw(html, token.name, end) }
    : { token, end };
}

function tagAt(html: string, from: number): { token: Token; end: number } {
  const closing = html.charAt(from + 1) === "/";
  const begin = from + (closing ? 2 : 1);
  let at = begin;
  while (at < html.length && /[^\s/>]/.test(html.charAt(at))) at++;
  const name = html.slice(begin, Math.min(at, begin + 40)).toLowerCase();
  const { attributes, end } = attributesAt(html, at);
  return { token: closing ? { kind: "close", name } : { kind: "open", name, attributes }, end };
}

function attributesAt(html: string, from: number): { attributes: ReadonlyMap<string, string>; end: number } {
  const attributes = new Map<string, string>();
  let at = from;
  while (at < html.length && html.charAt(at) !== ">") {
    attribute.lastIndex = at;
    const found = attribute.exec(html);
    at = found === null ? at + 1 : attribute.lastIndex;
    if (found === null || attributes.size >= 40) continue;
    const [, key = "", double, single, bare] = found;
    attributes.set(key.toLowerCase(), decoded(double ?? single ?? bare ?? ""));
  }
  return { attributes, end: at + 1 };
}

function pastRaw(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, "gi");
  end.lastIndex = from;
  const found = end.exec(html);
  return found === null ? html.length : after(html, ">", found.index);
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

function decoded(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return names[name.toLowerCase()] ?? whole;
    const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : "";
  });
}
