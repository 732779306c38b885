import type { TextBlock, TextDocument, TextMark, TextRun } from "@beseda/protocol";
import { describe, expect, test } from "vitest";
import {
  documentOf,
  hrefFor,
  isFormatted,
  isSafeHref,
  type Nested,
  nested,
  plainText,
  refusalOfDocument,
} from "../index";
import { Cast } from "../testing/cast";

const run = (text: string, ...marks: TextMark[]): TextRun => ({ text, marks });
const p = (...runs: TextRun[]): TextBlock => ({ type: "paragraph", runs });
const item = (list: "bullet" | "number", level: number, text: string): TextBlock => ({
  type: "item",
  list,
  level,
  runs: [run(text)],
});
const doc = (...blocks: TextBlock[]): TextDocument => ({ blocks });
const bold: TextMark = { type: "bold" };
const link = (href: string): TextMark => ({ type: "link", href });

test("the text of a document is the one the server makes of it", () => {
  expect(plainText(doc(p(run("Да. "), run("Приходите", bold)), p(), p(run("a\nb"))))).toBe("Да. Приходите\n\na\nb");
  expect(
    plainText(
      doc(
        item("number", 0, "one"),
        item("number", 1, "inner"),
        item("number", 1, "next"),
        item("bullet", 1, "dot"),
        item("number", 0, "two"),
        item("number", 1, "anew"),
        p(run("between")),
        item("number", 0, "one again"),
      ),
    ),
  ).toBe("1. one\n  1. inner\n  2. next\n  • dot\n2. two\n  1. anew\nbetween\n1. one again");
  const shop = link("https://shop.example/");
  expect(plainText(doc(p(run("на ", bold), run("нашем ", shop), run("сайте", shop, bold))))).toBe(
    "на нашем сайте (https://shop.example/)",
  );
  expect(plainText(doc(p(run("www.Shop.example", shop))))).toBe("www.Shop.example");
});

test("a text is a paragraph for each line, and nothing formatted", () => {
  const text = "раз\n\nдва  \n1. три";
  expect(plainText(documentOf(text))).toBe(text);
  expect(isFormatted(documentOf(text))).toBe(false);
});

test("items in a row are one list, deeper ones inside the item above", () => {
  const blocks = [
    item("bullet", 0, "a"),
    item("bullet", 1, "b"),
    item("bullet", 2, "c"),
    item("number", 0, "d"),
    p(),
    item("number", 0, "e"),
  ];
  const shape = (nodes: readonly Nested[]): unknown[] =>
    nodes.map((node) =>
      node.type === "list"
        ? [node.list, ...node.items.map(({ runs, inner }) => [runs[0]?.text, ...shape(inner)])]
        : node.type,
    );
  expect(shape(nested(blocks))).toEqual([
    ["bullet", ["a", ["bullet", ["b", ["bullet", ["c"]]]]]],
    ["number", ["d"]],
    "paragraph",
    ["number", ["e"]],
  ]);
});

describe("rules", () => {
  test.each<[string, TextDocument, string | undefined, string | undefined]>([
    ["good", doc(p(run("a", bold, link("https://a.example/")))), undefined, undefined],
    ["empty run", doc(p(run(""))), "document_invalid", "run"],
    ["mark twice", doc(p(run("a", bold, bold))), "document_invalid", "mark"],
    ["level jumps", doc(item("bullet", 1, "a")), "document_invalid", "level"],
    ["too deep", doc(...[0, 1, 2, 3, 4].map((level) => item("bullet", level, "a"))), "document_invalid", "level"],
    ["hostile link", doc(p(run("a", link("javascript:alert(1)")))), "document_invalid", "link"],
    ["many nodes", doc(...Array.from({ length: 501 }, () => p(run("a")))), "document_too_complex", undefined],
    ["large", doc(p(run("я".repeat(31_000), bold))), "document_too_complex", undefined],
  ])("%s", (_, document, code, reason) => {
    const refused = refusalOfDocument(document);
    expect(refused?.code).toBe(code);
    expect(refused?.params.reason).toBe(reason);
  });

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:alert(1)",
    "data:text/html,a",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example",
    "/relative",
    "https://",
    "https://bank.example@evil.example/",
    "https://shop.example/ b",
    'https://shop.example/"a',
    "mailto:a@b.example?body=x",
    "tel:*21*1#",
  ])("%j is followed by nobody", (href) => {
    expect(isSafeHref(href)).toBe(false);
  });

  test.each([
    ["shop.example/a b", "https://shop.example/a%20b"],
    [" https://чайники.рф/лопата ", "https://xn--80aqacgq1e.xn--p1ai/%D0%BB%D0%BE%D0%BF%D0%B0%D1%82%D0%B0"],
    ["http://shop.example", "http://shop.example/"],
    ["shop.example:8080/a", "https://shop.example:8080/a"],
    ["anna@shop.example", "mailto:anna@shop.example"],
    ["mailto:anna@shop.example?subject=x", "mailto:anna@shop.example"],
    ["+7 342 212-34-56", "tel:+7342212-34-56"],
    ["javascript:alert(1)", null],
    ["data:text/html,a", null],
    ["https://user:pass@evil.example", null],
    ["просто слова", null],
    ["", null],
  ])("%j means %j", (written, href) => {
    expect(hrefFor(written)).toBe(href);
  });
});

test("a formatted answer arrives formatted, and what lost its format arrives as text", async () => {
  const cast = new Cast();
  const operator = cast.operator();
  const conversation = cast.server.ask("Нина", "Здравствуйте");
  const { id } = conversation.header;
  await cast.world.until(() => operator.getState().line.kind === "live");
  await Promise.all([operator.take(id), cast.world.pass(100)]);
  const document = doc(item("bullet", 0, "раз"));
  expect(operator.sendFormatted(id, document)).toMatchObject({ ok: true });
  expect(operator.getState().outgoing[0]).toMatchObject({ text: "• раз", document });
  operator.sendFormatted(id, doc(p(run("два"))));
  expect(operator.sendFormatted(id, doc(p(run("x", link("javascript:x")))))).toMatchObject({
    code: "document_invalid",
  });
  expect(operator.sendFormatted(id, doc(p()))).toMatchObject({ code: "message_empty" });
  await cast.world.pass(100);
  const said = conversation.public.flatMap(({ body, author }) => (author.kind === "operator" ? [body] : []));
  expect(said.filter(({ type }) => type === "message")).toEqual([
    { type: "message", text: "• раз", document },
    { type: "message", text: "два" },
  ]);
});
