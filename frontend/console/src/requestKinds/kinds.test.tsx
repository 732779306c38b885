import { afterEach, expect, test } from "vitest";
import { loadTexts } from "../i18n/texts";
import type { KindDraft } from "../rest/requestKinds";
import { FakeRequests } from "../testing/fakeRequests";
import { openConsole, type Stage } from "../testing/stage";
import { draftOf, fieldOf, moved, otherWords } from "./drafts";

const { t } = await loadTexts("ru");
let stage: Stage;

afterEach(() => stage?.leave());

async function settings(path: string): Promise<FakeRequests> {
  stage = await openConsole("/settings", { role: "administrator" });
  await stage.find("nav");
  const fake = FakeRequests.serve();
  history.pushState(null, "", path);
  window.dispatchEvent(new PopStateEvent("popstate"));
  return fake;
}

const saved = (fake: FakeRequests) => fake.asked.at(-1)?.body as unknown as KindDraft;

test("a call cannot do without a phone, a letter not without address and words", () => {
  expect(draftOf("call").asks).toMatchObject({ phone: "required", email: "no" });
  expect(draftOf("letter").asks).toMatchObject({ email: "required", text: "required", phone: "no" });
});

test("a further field has an id of its own, also when one in between was removed", () => {
  const [first, , third] = ["text", "text", "text"].reduce<ReturnType<typeof fieldOf>[]>(
    (fields) => [...fields, fieldOf("text", fields)],
    [],
  );
  const kept = [first, third].filter((each) => each !== undefined);
  expect(kept.map(({ id }) => id)).not.toContain(fieldOf("choice", kept).id);
  expect(fieldOf("choice", []).choices).toHaveLength(2);
  expect(fieldOf("consent", []).required).toBe(true);
});

test("fields change places, words in other languages show what to translate", () => {
  expect(moved(["a", "b", "c"], 1, -1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], 1, 1)).toEqual(["a", "c", "b"]);
  expect(otherWords({ ru: "Чай", en: "" }, "en")).toBe("Чай");
  expect(otherWords({ ru: "Чай" }, "ru")).toBe("");
});

test("a new kind is named in a language, gets a field and is saved; a missing name is told at its field", async () => {
  const fake = await settings("/settings/requests");
  await stage.click("button", t("kinds.addLetter"));
  await stage.find("h2", t("kinds.newLetter"));
  await stage.click("button", t("kinds.addField.choice"));
  await stage.click("button", t("common.save"));
  await stage.find("[class*=error]", t("field.required"));
  await stage.type("input[name=kind-name]", "Отдел кадров");
  await stage.type(`input[aria-label="${t("kinds.choice", { number: "1" })}"]`, "Вакансия");
  await stage.click("button", t("common.save"));
  await stage.find("h2", "Отдел кадров");
  expect(saved(fake)).toMatchObject({
    nature: "letter",
    name: { ru: "Отдел кадров" },
    fields: [{ id: "f1", type: "choice", choices: [{ ru: "Вакансия" }, {}] }],
  });
  await stage.find("pre", `data-beseda-request="${fake.kinds.at(-1)?.id}"`);
  await stage.find("a", "/request/k-site/");
});

test("the order of fields is changed by buttons, and texts are written per language", async () => {
  const fake = await settings("/settings/requests/k1");
  await stage.click(`button[aria-label="${t("kinds.down", { name: "Номер заказа" })}"]`);
  await stage.click("label", t("language.en"));
  await stage.type("input[name=kind-invitation]", "We call you back");
  await stage.click("button", t("common.save"));
  await stage.find("[role=status]", t("common.saved"));
  expect(saved(fake).fields.map(({ id }) => id)).toEqual(["f2", "f1"]);
  expect(saved(fake).invitation).toEqual({ ru: "Перезвоним в удобное вам время", en: "We call you back" });
});
