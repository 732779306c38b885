import { expect, test } from "vitest";
import { loadTexts } from "../i18n/texts";
import { Problem } from "../rest/problem";
import { fieldErrors, generalError } from "./fieldErrors";

const texts = await loadTexts("ru");
const fault = (field: string, code: string, expected: string | null = null) => ({ field, code, value: null, expected });
const refused = (...fields: ReturnType<typeof fault>[]) => new Problem(422, "invalid", "Проверьте отмеченное.", fields);

test("each field says what was expected of it", () => {
  const errors = fieldErrors(
    refused(fault("name", "required", "заполните это поле"), fault("capacity", "out_of_range", "число от 1 до 100")),
    texts,
  );
  expect(errors).toEqual({ name: "Заполните это поле.", capacity: "Число от 1 до 100" });
});

test("a code that is new to us still says something, and the first fault of a field wins", () => {
  expect(fieldErrors(refused(fault("name", "brand_new")), texts)).toEqual({ name: "Здесь что-то не так." });
  expect(fieldErrors(refused(fault("a", "x", "один"), fault("a", "y", "два")), texts)).toEqual({ a: "Один" });
});

test("the failure itself is told unless its fields are on the form", () => {
  const problem = refused(fault("name", "required"));
  const errors = fieldErrors(problem, texts);
  expect(generalError(problem, errors, ["name"], texts)).toBeNull();
  expect(generalError(problem, errors, ["title"], texts)).toBe("Проверьте отмеченное.");
  expect(generalError(new Problem(0, "network", ""), {}, ["name"], texts)).toContain("Нет связи");
  expect(generalError(null, {}, [], texts)).toBeNull();
});
