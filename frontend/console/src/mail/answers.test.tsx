import { afterEach, expect, test } from "vitest";
import { loadTexts } from "../i18n/texts";
import type { Mail } from "../rest/mail";
import { FakeMail } from "../testing/fakeMail";
import { openConsole, type Stage } from "../testing/stage";

let stage: Stage;
const { t } = await loadTexts("ru");

async function open(mail: Partial<Mail>): Promise<FakeMail> {
  stage = await openConsole("/settings/mail", { role: "administrator" });
  const fake = FakeMail.serve(mail);
  await stage.find("h3", t("mail.answers"));
  return fake;
}

const form = () => document.querySelector<HTMLFormElement>(`form[aria-label="${t("mail.answers")}"]`);
const save = `form[aria-label="${t("mail.answers")}"] button[type=submit]`;

afterEach(() => stage?.leave());

test("how long an answer waits for the visitor is saved by itself", async () => {
  const fake = await open({ host: "smtp.example.org", from: "a@example.org" });
  expect(form()?.textContent).toContain(t("mail.answersHint"));
  expect(form()?.textContent).not.toContain(t("mail.answersUnlinked"));
  await stage.type("input[name=minutes]", "30");
  await stage.click(save, t("common.save"));
  await stage.until(() => fake.mail.answers.minutes === 30);
  expect(fake.asked).toMatchObject([{ method: "PUT", path: "/api/mail/answers", body: { on: true, minutes: 30 } }]);
});

test("what the server refuses stands at its field until it is put right", async () => {
  const fake = await open({ host: "smtp.example.org", from: "a@example.org" });
  await stage.type("input[name=minutes]", "0");
  await stage.click(save, t("common.save"));
  await stage.find("form p, form div", "От 1 до 1440");
  await stage.type("input[name=minutes]", "1");
  await stage.click(save, t("common.save"));
  await stage.until(() => fake.mail.answers.minutes === 1);
});

test("switched off, the minutes are not to be set", async () => {
  const fake = await open({ host: "smtp.example.org", from: "a@example.org" });
  form()?.querySelector<HTMLInputElement>("input[type=checkbox]")?.click();
  await stage.until(() => document.querySelector<HTMLInputElement>("input[name=minutes]")?.disabled === true);
  await stage.click(save, t("common.save"));
  await stage.until(() => !fake.mail.answers.on);
});

test("without mail and without an address of the server it says what is missing", async () => {
  await open({ answers: { on: true, minutes: 5, linked: false } });
  expect(form()?.textContent).toContain(t("mail.answersNoMail"));
  expect(form()?.textContent).toContain(t("mail.answersUnlinked"));
});
