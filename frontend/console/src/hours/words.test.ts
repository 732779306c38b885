import { beforeAll, expect, test } from "vitest";
import { loadTexts, type Texts } from "../i18n/texts";
import type { Range } from "../rest/hours";
import { stateWords, weekWords } from "./words";

let ru: Texts;
let en: Texts;

beforeAll(async () => {
  [ru, en] = await Promise.all([loadTexts("ru"), loadTexts("en")]);
});

const day: Range[] = [
  { from: 540, to: 780 },
  { from: 840, to: 1080 },
];
const whole: Range[] = [{ from: 0, to: 1440 }];

test("days of a week that are alike are told together, closed ones are left out", () => {
  expect(weekWords([day, day, day, day, day, [], []], ru)).toBe("пн–пт 09:00–13:00, 14:00–18:00");
  expect(weekWords([day, [], day, day, [], whole, []], en)).toBe(
    "Mon 09:00–13:00, 14:00–18:00; Wed–Thu 09:00–13:00, 14:00–18:00; Sat round the clock",
  );
  expect(weekWords(Array(7).fill(whole), ru)).toBe("ежедневно круглосуточно");
  expect(weekWords(Array(7).fill([{ from: 1200, to: 1440 }]), en)).toBe("daily 20:00–24:00");
  expect(weekWords(Array(7).fill([]), ru)).toBe("По дням недели закрыто");
});

test("the next change is told by the clock of the hours, with its day where that is another", () => {
  const now = Date.parse("2026-11-20T12:00:00Z");
  const state = (open: boolean, changes: string | null, texts = ru, zone = "Europe/Moscow") =>
    stateWords(
      { open, changesAt: changes === null ? null : Date.parse(changes), timeZone: "Europe/Moscow" },
      now,
      texts,
      zone,
    );
  expect(state(true, "2026-11-20T15:00:00Z")).toBe("Сейчас открыто, закроется: 18:00");
  expect(state(false, "2026-11-23T06:00:00Z")).toBe("Сейчас закрыто, откроется: пн, 23 нояб., 09:00");
  expect(state(false, "2026-11-20T21:00:00Z")).toBe("Сейчас закрыто, откроется: сб, 21 нояб., 00:00");
  expect(state(true, "2026-11-20T15:00:00Z", en, "Asia/Tokyo")).toBe("Open now, closes: 18:00 (Europe/Moscow)");
  expect(state(true, null, en)).toBe("Open now, never closes");
  expect(state(false, null)).toBe("Сейчас закрыто и за год не откроется");
});
