import { describe, expect, test } from "vitest";
import { chooseLanguage, createFormat, createSpeech, createTranslator, loadTranslator, messageProblems } from "./index";

const ru = {
  greeting: "Здравствуйте, {name}",
  send: "Отправить",
  waiting: {
    one: "{count} вопрос ждёт",
    few: "{count} вопроса ждут",
    many: "{count} вопросов ждут",
    other: "{count} вопроса ждут",
  },
} as const;
const en = {
  greeting: "Hello, {name}",
  send: "Send",
  waiting: { one: "{count} question waits", other: "{count} questions wait" },
} as const;

const inRussian = createTranslator<typeof ru>([{ language: "ru", messages: ru }]);
const inEnglish = createTranslator<typeof ru>([{ language: "en", messages: en }]);

describe("texts", () => {
  test("places take the values", () => {
    expect(inRussian("greeting", { name: "Анна" })).toBe("Здравствуйте, Анна");
    expect(inEnglish("send")).toBe("Send");
  });

  test("a value that looks like a place is left alone", () => {
    expect(inRussian("greeting", { name: "{name} $& $1" })).toBe("Здравствуйте, {name} $& $1");
  });

  test.each([
    [1, "1 вопрос ждёт"],
    [2, "2 вопроса ждут"],
    [5, "5 вопросов ждут"],
    [11, "11 вопросов ждут"],
    [21, "21 вопрос ждёт"],
    [1022, "1\u00a0022 вопроса ждут"],
  ])("Russian plural of %i", (count, expected) => {
    expect(inRussian("waiting", { count })).toBe(expected);
  });

  test("what a language lacks comes from the next one, with the plural of that one", () => {
    const partial = createTranslator<typeof ru>([
      { language: "en", messages: { send: "Send" } },
      { language: "ru", messages: ru },
    ]);
    expect(partial("send")).toBe("Send");
    expect(partial("waiting", { count: 3 })).toBe("3 вопроса ждут");
  });

  test("only the language and its fallback are loaded", async () => {
    const loaded: string[] = [];
    const source = (language: string, messages: Record<string, string>, fallback: string[] = []) => ({
      load: async () => {
        loaded.push(language);
        return messages;
      },
      fallback,
    });
    const t = await loadTranslator<{ a: string; b: string }, "ru" | "en" | "be">(
      {
        ru: source("ru", { a: "а", b: "б" }),
        en: source("en", { a: "a", b: "b" }),
        be: source("be", { a: "ў" }, ["ru"]),
      },
      "be",
    );
    expect([t("a"), t("b")]).toEqual(["ў", "б"]);
    expect(loaded).toEqual(["be", "ru"]);
  });
});

test.each([
  [["uk-UA", "ru"], "uk"],
  [["RU"], "ru"],
  [["de-AT", "en-GB"], "en"],
  [["kk-KZ", "en"], "ru"],
  [["de"], "en"],
  [[], "en"],
])("of %j the language chosen is %s", (wanted, expected) => {
  expect(chooseLanguage(wanted, ["ru", "en", "uk"])).toBe(expected);
});

describe("dates and durations", () => {
  const format = createFormat("ru", "Europe/Moscow");
  const now = Date.UTC(2026, 4, 14, 20, 30); // 23:30 in Moscow
  const at = (iso: string) => Date.parse(iso);

  test.each([
    ["2026-05-14T14:02:00+03:00", "сегодня, 14:02"],
    ["2026-05-13T00:05:00+03:00", "вчера, 00:05"],
    ["2026-05-12T23:59:00+03:00", "12 мая, 23:59"],
    ["2025-05-12T09:00:00+03:00", "12 мая 2025 г., 09:00"],
  ])("%s is «%s»", (iso, expected) => {
    expect(format.dayAndTime(at(iso), now)).toBe(expected);
  });

  test("the day changes at midnight of the zone, not of UTC", () => {
    const justAfterMidnight = at("2026-05-15T00:10:00+03:00");
    expect(format.day(now, justAfterMidnight)).toBe("вчера");
    expect(createFormat("ru", "UTC").day(now, justAfterMidnight)).toBe("сегодня");
  });

  test("English and Ukrainian", () => {
    expect(createFormat("en", "UTC").day(now, now)).toBe("today");
    expect(createFormat("uk", "UTC").day(now - 86_400_000, now)).toBe("учора");
    expect(createFormat("uk", "UTC").duration(130_000).replaceAll("\u00a0", " ")).toBe("2 хв 10 с");
  });

  test.each([
    ["en-US", "2:02 PM"],
    ["en-GB", "14:02"],
    ["en", "2:02 PM"],
    ["ru", "14:02"],
    ["uk", "14:02"],
  ])("in %s it is %s", (locale, expected) => {
    expect(
      createFormat(locale, "UTC")
        .time(Date.UTC(2026, 4, 14, 14, 2))
        .replaceAll(/\s/g, " "),
    ).toBe(expected);
  });

  test.each([
    [["ru-RU", "en-GB"], "08:01"],
    [["en-US", "en-GB"], "8:01 AM"],
    [["ru"], "8:01 AM"],
  ])("with the browser's languages %j an English screen says %s", async (wished, expected) => {
    const speech = createSpeech<typeof en, "en">({ en: { load: async () => en } }, () => wished);
    const { format } = await speech.loadTexts("en");
    expect(format.time(new Date(2026, 4, 14, 8, 1).getTime()).replaceAll(/\s/g, " ")).toBe(expected);
  });

  test.each([
    [0, "0 с"],
    [42_900, "42 с"],
    [130_000, "2 мин 10 с"],
    [120_000, "2 мин"],
    [3_725_000, "1 ч 2 мин"],
    [90_000_000, "1 дн. 1 ч"],
    [-5, "0 с"],
  ])("%i ms last «%s»", (milliseconds, expected) => {
    expect(format.duration(milliseconds).replaceAll("\u00a0", " ")).toBe(expected);
  });

  test.each([
    [42_000, "0:42"],
    [725_000, "12:05"],
    [3_729_000, "1:02:09"],
  ])("the clock of %i ms shows %s", (milliseconds, expected) => {
    expect(format.clock(milliseconds)).toBe(expected);
  });
});

test("languages that do not agree are told key by key", () => {
  expect(messageProblems(ru, en, "en")).toEqual([]);
  expect(messageProblems(ru, { greeting: "Hi", send: " ", waiting: { other: "{count}" }, extra: "x" }, "en")).toEqual([
    'greeting: has places "", expected "name"',
    "send: empty",
    'waiting: has forms "other", expected "one other"',
    "extra: unknown",
  ]);
});
