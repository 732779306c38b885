import { expect, test } from "vitest";
import { loadTexts } from "../i18n/texts";
import { goalWords } from "./Goals";

const minute = 60_000;
const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("a goal is told with its worth and how long after the conversation it came", async () => {
  const ru = await loadTexts("ru");
  const order = { at: 100 * minute, name: "order", value: 1200, conversation: "1" };
  expect(plain(goalWords(order, 88 * minute, ru))).toBe("Цель: order, 1 200, 12 мин после");
  expect(plain(goalWords({ ...order, value: null }, 88 * minute, ru))).toBe("Цель: order, 12 мин после");
  expect(plain(goalWords(order, null, ru))).toBe("Цель: order, 1 200");
  expect(plain(goalWords(order, 120 * minute, ru))).toBe("Цель: order, 1 200");
});
