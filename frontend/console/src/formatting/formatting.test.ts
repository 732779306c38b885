import {
  isFormatted,
  plainText,
  refusalOfDocument,
  type TextBlock,
  type TextDocument,
  type TextMark,
} from "@beseda/client";
import { getSchema } from "@tiptap/core";
import { describe, expect, test } from "vitest";
import { fromEditor, toEditor } from "./convert";
import { extensions } from "./extensions";
import { pastedFrom } from "./paste";

const run = (text: string, ...marks: TextMark[]) => ({ text, marks });
const p = (...runs: ReturnType<typeof run>[]): TextBlock => ({ type: "paragraph", runs });
const item = (list: "bullet" | "number", level: number, ...runs: ReturnType<typeof run>[]): TextBlock => ({
  type: "item",
  list,
  level,
  runs,
});
const bold: TextMark = { type: "bold" };

describe("the editor's content", () => {
  const schema = getSchema(extensions);

  test("is the document it was made of, after the editor's own schema has had it", () => {
    const document: TextDocument = {
      blocks: [
        p(run("раз "), run("два", bold, { type: "link", href: "https://a.example/" })),
        p(),
        item("bullet", 0, run("a\nb")),
        item("number", 1, run("c", { type: "colour", value: "red" }, { type: "highlight", value: "pink" })),
        item("bullet", 0),
        p(run("d", { type: "size", value: "huge" }, { type: "font", value: "mono" })),
      ],
    };
    const content = schema.nodeFromJSON(toEditor(document));
    content.check();
    const back = fromEditor(content.toJSON());
    expect(plainText(back)).toBe(plainText(document));
    expect(back).toEqual(document);
    expect(refusalOfDocument(back)).toBeNull();
  });

  test("without words is an empty paragraph, and goes as no words", () => {
    expect(toEditor({ blocks: [] })).toEqual({ type: "doc", content: [{ type: "paragraph" }] });
    expect(fromEditor(toEditor({ blocks: [] }))).toEqual({ blocks: [p()] });
  });

  test("lists deeper than an answer may have are flattened to the deepest", () => {
    const deep = (level: number): object => ({
      type: "bulletList",
      content: [{ type: "listItem", content: [{ type: "paragraph" }, ...(level === 0 ? [] : [deep(level - 1)])] }],
    });
    const document = fromEditor({ type: "doc", content: [deep(8)] });
    expect(refusalOfDocument(document)).toBeNull();
    expect(document.blocks).toHaveLength(9);
  });
});

describe("what is pasted", () => {
  const pasted = (html: string) => pastedFrom(html, "").document.blocks;

  test("from Word: bold and list are kept, scripts, styles and Word's own marks are not", () => {
    const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {color:red} --></style>
<xml><w:WordDocument>мусор</w:WordDocument></xml></head><body lang=RU><!--StartFragment-->
<p class=MsoNormal>Возврат <b style='mso-bidi-font-weight:normal'>в течение 14 дней</b>:<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>чек<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>1)<span>&nbsp;</span></span><i>коробка</i></p>
<script>alert(1)</script><!--EndFragment--></body></html>`;
    expect(pasted(word)).toEqual([
      p(run("Возврат "), run("в течение 14 дней", bold), run(":")),
      item("bullet", 0, run("чек")),
      item("number", 1, run("коробка", { type: "italic" })),
    ]);
  });

  test("from a page: lists in lists, links, colours near to ours", () => {
    const page = `<h2>Доставка</h2><ul><li>по городу<ol><li><p>сегодня</p><p>до 18:00</p></li></ol></li><li><b>везде</b></li></ul>
      <div>Смотрите <a href="https://shop.example/a b" style="color:blue"><u>здесь</u></a>,
      <span style="color: rgb(200, 10, 10); background-color: #ffff00; font-size: 30px">срочно</span><br>и
      <a href="javascript:alert(1)">тут</a></div><p>&nbsp;</p><p>A &lt;b&gt; &#8212; &amp;</p>`;
    expect(pasted(page)).toEqual([
      p(run("Доставка", bold, { type: "size", value: "large" })),
      item("bullet", 0, run("по городу")),
      item("number", 1, run("сегодня"), run("\n"), run("до 18:00")),
      item("bullet", 0, run("везде", bold)),
      p(
        run("Смотрите "),
        run("здесь", { type: "underline" }, { type: "link", href: "https://shop.example/a%20b" }),
        run(", "),
        run(
          "срочно",
          { type: "size", value: "huge" },
          { type: "colour", value: "red" },
          { type: "highlight", value: "yellow" },
        ),
      ),
      p(run("и тут")),
      p(),
      p(run("A <b> — &")),
    ]);
  });

  test("the usual colours of a page are no colours", () => {
    const page =
      '<span style="color: rgb(33, 37, 41); background: #fff; font: inherit; font-family: Arial">слова</span>';
    expect(pasted(page)).toEqual([p(run("слова"))]);
    const docs = '<b style="font-weight:normal"><span style="font-weight:700">жирно</span> нет</b>';
    expect(pasted(docs)).toEqual([p(run("жирно", bold), run(" нет"))]);
  });

  test("of ours is what it was", () => {
    const ours =
      '<p><mark data-highlight="pink"><span data-colour="violet" data-size="small">a</span></mark><span data-font="evil">b</span></p>';
    expect(pasted(ours)).toEqual([
      p(
        run(
          "a",
          { type: "size", value: "small" },
          { type: "colour", value: "violet" },
          { type: "highlight", value: "pink" },
        ),
        run("b"),
      ),
    ]);
  });

  test("as text is text", () => {
    expect(pastedFrom("", "a\r\nb\u0007").document.blocks).toEqual([p(run("a")), p(run("b"))]);
  });

  test.each([
    ["paragraphs", "<p>я<b>ты</b></p>"],
    ["a style without end", "<style>a"],
    ["tags without end", "<div><span"],
    ["attributes without end", '<a href="'],
    ["comments without end", "<!--"],
    ["letters", "слово "],
    ["angles", "<"],
    ["deep elements", "<div><ul><li>"],
    ["closings", "</p></li></ul>"],
  ])("5 MB of %s are bounded, quick, and what remains may be sent or is told to be too long", (_, unit) => {
    const html = unit.repeat(Math.ceil(5_000_000 / unit.length));
    const before = performance.now();
    const { document, cut } = pastedFrom(html, "");
    expect(performance.now() - before).toBeLessThan(20_000);
    expect(cut).toBe(true);
    expect(refusalOfDocument(document)).toBeNull();
    expect(plainText(document).length).toBeLessThan(20_000);
  });

  test("any HTML becomes a document that may be sent", () => {
    const pieces = [
      "<p>",
      "</p>",
      "<ul>",
      "</ul>",
      "<ol>",
      "<li>",
      "</li>",
      "<b>",
      "</b>",
      "<br>",
      "слово ",
      " ",
      "&nbsp;",
      "<pre>a\n b",
      '<a href="https://a.example">',
      "</a>",
      '<a href="javascript:x">',
      "<table><tr><td>",
      "</table>",
      "\ud800",
      "\u0000",
      '<p style="mso-list:l0 level9 lfo1">',
      "<script>",
      "</script>",
      "<!--",
      "-->",
      "<h1>",
      "&#xd800;",
      '<span style="color:red">',
    ];
    let seed = 1;
    const chance = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    let formatted = 0;
    for (let round = 0; round < 2000; round++) {
      const html = Array.from({ length: 1 + chance(30) }, () => pieces[chance(pieces.length)]).join("");
      const { document } = pastedFrom(html, "");
      expect(refusalOfDocument(document), html).toBeNull();
      if (isFormatted(document)) formatted++;
    }
    expect(formatted).toBeGreaterThan(500);
  });
});
