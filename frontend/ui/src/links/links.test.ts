import { expect, test } from "vitest";
import { linked } from "./index.ts";

const links = (text: string) => linked(text).flatMap((piece) => (piece.kind === "link" ? [piece.href] : []));

test.each([
  ["смотрите https://shop.example/a?b=1#c.", ["https://shop.example/a?b=1#c"]],
  ["www.shop.example, пожалуйста", ["https://www.shop.example/"]],
  [
    "(https://ru.wikipedia.example/wiki/Лопата_(инструмент))",
    [encodeURI("https://ru.wikipedia.example/wiki/Лопата_(инструмент)")],
  ],
  ["«https://a.example»", ["https://a.example/"]],
  ["https://a.example/1 и http://b.example/2!", ["https://a.example/1", "http://b.example/2"]],
  ["HTTPS://A.EXAMPLE/X", ["https://a.example/X"]],
  ["пишите на anna.k+shop@example.co.uk, ждём", ["mailto:anna.k+shop@example.co.uk"]],
  ["a@b.ru и c@d.ru", ["mailto:a@b.ru", "mailto:c@d.ru"]],
  ["<mailto:a@b.ru>", ["mailto:a@b.ru"]],
  ["tel:+7-342-212-34-56.", ["tel:+7-342-212-34-56"]],
])("%s", (text, expected) => {
  expect(links(text)).toEqual(expected);
});

test.each([
  "javascript:alert(1)",
  "javascript://a.example/%0aalert(1)",
  "data:text/html,https",
  "https://bank.example@evil.example/",
  "https://user:secret@evil.example/",
  "https://",
  "https://localhost",
  "mailto:www",
  "awww.example",
  "http://[bad",
  "@nickname",
  "a@b",
  "a@@b.ru",
  "mailto:a@b.ru?body=text",
  "tel:javascript",
  "hotel:12345",
])("%s stays words", (text) => {
  expect(links(text)).toEqual([]);
});

test.each(["", "a", " https://a.example/(b), c www.d.example", "https://https://a.example"])(
  "the pieces of %j are the text",
  (text) => {
    expect(
      linked(text)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
  },
);

test("hostile texts take a time that grows with their length only", () => {
  for (const unit of [
    "https://",
    "www.",
    "(",
    "https://a.",
    "https://a.example/(",
    "http://a.example/)",
    "@",
    "a@b.ru@",
    "a",
  ]) {
    const text = unit.repeat(Math.ceil(16_000 / unit.length));
    expect(
      linked(text)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
  }
});
