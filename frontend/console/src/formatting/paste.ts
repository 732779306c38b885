import {
  DEEPEST,
  documentOf,
  MOST_NODES,
  TEXT_LIMIT,
  type TextBlock,
  type TextDocument,
  type TextList,
  type TextRun,
} from "@beseda/client";
import { type Token, tokensOf } from "./htmlTokens";
import { type Look, lookWithin, marksOf, stylesOf } from "./looks";

export interface Pasted {
  readonly document: TextDocument;
  /** There was more than an answer may hold: only the beginning is here. */
  readonly cut: boolean;
}

/** Of HTML, however little text is in it; it is read in one pass, so this takes some tens of milliseconds. */
const mostHtml = 1_000_000;
const mostText = TEXT_LIMIT.operator;
const deepest = 100;

const blocks = new Set(
  "address article aside blockquote body caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody thead tr ul".split(
    " ",
  ),
);
const empty = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));

/** What was pasted, as far as an answer may hold it: everything else is dropped. Bounded before it is read. */
export function pastedFrom(html: string, text: string): Pasted {
  if (html === "") return { document: documentOf(clean(text.slice(0, mostText))), cut: text.length > mostText };
  const marked = html.indexOf("<!--StartFragment-->");
  const from = Math.max(0, marked);
  const reader = new Reader();
  const cut = reader.read(html.slice(from, from + mostHtml));
  return { document: { blocks: reader.blocks }, cut: cut || html.length - from > mostHtml };
}

interface Item {
  readonly list: TextList;
  readonly level: number;
  begun: boolean;
}

interface Open {
  readonly name: string;
  readonly look: Look;
  readonly hidden: boolean;
  /** Word's own bullet or number before an item. */
  readonly marker: boolean;
  /** White space is as it stands. */
  readonly kept: boolean;
  readonly item: Item | null;
  /** Word's item: a paragraph that says in its style which level it is of. */
  readonly wordLevel: number | null;
}

const ground: Open = { name: "", look: {}, hidden: false, marker: false, kept: false, item: null, wordLevel: null };

/** Builds blocks of tokens. */
class Reader {
  readonly blocks: TextBlock[] = [];
  private readonly stack: Open[] = [ground];
  private readonly lists: TextList[] = [];
  private runs: TextRun[] = [];
  private marker = "";
  private blank = false;
  private characters = 0;
  private nodes = 0;

  /** True when there was too much. */
  read(html: string): boolean {
    for (const token of tokensOf(html)) {
      if (this.characters >= mostText || this.nodes + this.runs.length >= MOST_NODES - 2) {
        this.endBlock();
        return true;
      }
      this.take(token);
    }
    this.endBlock();
    return false;
  }

  private get top(): Open {
    return this.stack.at(-1) ?? ground;
  }

  private take(token: Token): void {
    if (token.kind === "text") this.text(token.text);
    else if (token.kind === "close") this.close(token.name);
    else this.open(token);
  }

  private open({ name, attributes }: Extract<Token, { kind: "open" }>): void {
    if (name === "br") this.lineBreak();
    if (/^t[dh]$/.test(name)) this.text(" ");
    if ((name === "p" || name === "li") && this.top.name === name) this.close(name);
    if (blocks.has(name)) this.endBlock();
    if (empty.has(name) || this.stack.length >= deepest) return;
    if (name === "ul" || name === "ol") this.lists.push(name === "ol" ? "number" : "bullet");
    const { top } = this;
    this.stack.push({
      ...within(top, name, stylesOf(attributes.get("style") ?? "")),
      name,
      look: lookWithin(top.look, name, attributes, blocks.has(name)),
      item: name === "li" ? this.itemHere() : top.item,
    });
  }

  private itemHere(): Item {
    const level = Math.min(Math.max(0, this.lists.length - 1), DEEPEST);
    return { list: this.lists.at(-1) ?? "bullet", level, begun: false };
  }

  private close(name: string): void {
    if (blocks.has(name)) this.endBlock(name === "p" && this.blank);
    const at = this.stack.map((open) => open.name).lastIndexOf(name);
    if (at <= 0) return;
    for (const { name: closed } of this.stack.splice(at)) {
      if (closed === "ul" || closed === "ol") this.lists.pop();
    }
  }

  private text(words: string): void {
    const { hidden, marker, kept, look } = this.top;
    if (hidden) return;
    if (marker) {
      this.marker += words;
      return;
    }
    if (words.includes("\u00a0")) this.blank = true;
    const last = this.runs.at(-1);
    const before = last?.text ?? "";
    const lines = kept ? words.replace(/\r\n?/g, "\n") : words.replace(/[ \t\r\n\f]+/g, " ");
    const led = !kept && (before === "" || /[ \n]$/.test(before)) ? lines.replace(/^ /, "") : lines;
    const text = clean(led.replaceAll("\u00a0", " ")).slice(0, mostText - this.characters);
    if (text === "") return;
    this.characters += text.length;
    const marks = marksOf(look);
    if (last && JSON.stringify(last.marks) === JSON.stringify(marks)) {
      this.runs[this.runs.length - 1] = { text: last.text + text, marks };
    } else {
      this.runs.push({ text, marks });
    }
  }

  private lineBreak(): void {
    if (this.top.hidden) return;
    const last = this.runs.at(-1);
    if (this.top.item === null && this.top.wordLevel === null) this.endBlock(true);
    else if (last) this.runs[this.runs.length - 1] = { ...last, text: `${last.text}\n` };
  }

  /** What stands together is a block now; an empty one only where it is wanted. */
  private endBlock(evenEmpty = false): void {
    const runs = trimmed(this.runs);
    this.runs = [];
    const { item, wordLevel } = this.top;
    if (runs.length === 0) {
      if (evenEmpty && item === null && wordLevel === null) this.add({ type: "paragraph", runs });
    } else if (item !== null) {
      this.addItem(item, runs);
    } else if (wordLevel !== null) {
      const list = /^\s*\w{1,4}[.)]/.test(this.marker) ? "number" : "bullet";
      this.add({ type: "item", list, level: this.allowed(wordLevel), runs });
    } else {
      this.add({ type: "paragraph", runs });
    }
    this.marker = "";
    this.blank = false;
  }

  /** A second paragraph of an item is a further line of it. */
  private addItem(item: Item, runs: TextRun[]): void {
    const last = this.blocks.at(-1);
    if (item.begun && last?.type === "item" && last.level === item.level) {
      this.blocks[this.blocks.length - 1] = { ...last, runs: [...last.runs, { text: "\n", marks: [] }, ...runs] };
      this.nodes += runs.length + 1;
    } else {
      this.add({ type: "item", list: item.list, level: this.allowed(item.level), runs });
    }
    item.begun = true;
  }

  /** One more than that of the item above at most. */
  private allowed(level: number): number {
    const last = this.blocks.at(-1);
    return Math.min(level, DEEPEST, last?.type === "item" ? last.level + 1 : 0);
  }

  private add(block: TextBlock): void {
    this.blocks.push(block);
    this.nodes += 1 + block.runs.length;
  }
}

/** What an element does to the words in it beyond their look. */
function within(around: Open, name: string, styles: ReadonlyMap<string, string>) {
  const list = styles.get("mso-list") ?? "";
  const level = /level(\d)/.exec(list)?.[1];
  const space = styles.get("white-space") ?? (name === "pre" ? "pre" : null);
  return {
    hidden: around.hidden || styles.get("display") === "none" || name === "head" || name === "select",
    marker: around.marker || list === "ignore",
    kept: space === null ? around.kept : /^(?:pre|pre-wrap|break-spaces)$/.test(space),
    wordLevel: level === undefined ? around.wordLevel : Number(level) - 1,
  };
}

/** Without the white space at either end, and without runs of nothing. */
function trimmed(runs: readonly TextRun[]): TextRun[] {
  const result = runs.map((run) => ({ ...run }));
  for (let last = result.at(-1); last !== undefined; last = result.at(-1)) {
    last.text = last.text.replace(/\s+$/, "");
    if (last.text !== "") break;
    result.pop();
  }
  for (let first = result[0]; first !== undefined; first = result[0]) {
    first.text = first.text.replace(/^\s+/, "");
    if (first.text !== "") break;
    result.shift();
  }
  return result;
}

/** Without what the server would refuse: control characters and halves of characters. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Surrogate}/gu, "");
}
