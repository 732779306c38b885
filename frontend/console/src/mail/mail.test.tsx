import { afterEach, expect, test } from "vitest";
import { loadTexts } from "../i18n/texts";
import type { Letter, Mail } from "../rest/mail";
import { mailCodes } from "../rest/mail";
import { FakeMail } from "../testing/fakeMail";
import { openConsole, type Stage } from "../testing/stage";
import { explained } from "./explained";
import { chosen, secured, serviceOf } from "./services";

let stage: Stage;
const texts = await loadTexts("ru");
const { t } = texts;

const account: Partial<Mail> = {
  host: "smtp.example.org",
  port: 465,
  security: "tls",
  user: "support@example.org",
  hasPassword: true,
  from: "support@example.org",
  name: "Поддержка",
};
const refused: Letter = {
  id: "7",
  to: "nobody@example.org",
  about: "transcript",
  state: "refused",
  tries: 1,
  queuedAt: 1,
  nextAt: null,
  code: "recipient_refused",
  words: "550 5.1.1 No such user",
};

/** The page with this mail, of an administrator. */
async function open(mail: Partial<Mail>): Promise<FakeMail> {
  stage = await openConsole("/settings/mail", { role: "administrator" });
  const fake = FakeMail.serve(mail);
  await stage.find("h2", t("settings.mail"));
  await stage.find("form");
  return fake;
}

const shown = (name: string) => document.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value;

afterEach(() => stage?.leave());

test("the port follows the security unless somebody set another one", () => {
  expect(secured({ host: "", port: 587, security: "starttls" }, "tls")).toEqual({ security: "tls", port: 465 });
  expect(secured({ host: "", port: 2525, security: "starttls" }, "tls")).toEqual({ security: "tls" });
});

test("a service is known by its server, one's own machine asks for no name", () => {
  expect(serviceOf(" SMTP.gmail.com ")).toBe("gmail");
  expect(serviceOf("smtp.example.org")).toBeNull();
  expect(chosen("own")).toMatchObject({ host: "localhost", port: 25, security: "none", user: "", password: null });
  expect(chosen("yandex")).not.toHaveProperty("user");
});

test("every code has words of its own, an unknown one those of any refusal", () => {
  expect(new Set(mailCodes.map((code) => explained(code, texts))).size).toBe(mailCodes.length);
  expect(explained("greylisted", texts)).toBe(t("mail.code.server"));
});

test("a letter that came back is shown with the server's words and not sent again", async () => {
  await open({ ...account, letters: [{ ...refused, state: "returned", code: "returned" }] });
  await stage.find("[data-state=returned]", t("mail.state.returned"));
  await stage.find("code", refused.words ?? "");
  await stage.find("button", t("mail.drop"));
  expect([...document.querySelectorAll("button")].map((each) => each.textContent)).not.toContain(t("mail.again"));
});

test("without a server it says that letters wait and tries nothing", async () => {
  await open({ queue: { waiting: 2, refused: 0, oldestAt: null } });
  await stage.find("[role=alert]", t("mail.off"));
  await stage.find("[role=alert]", t("mail.queue.waiting", { count: 2 }));
  expect((await stage.find("button", t("mail.testSend"))).hasAttribute("disabled")).toBe(true);
});

test("a service fills in its server; what is typed is tried before it is saved, then saved once", async () => {
  const fake = await open({});
  await stage.click("button", t("mail.service.yandex"));
  await stage.until(() => shown("host") === "smtp.yandex.ru");
  await stage.find("p", t("mail.serviceHint.yandex"));
  await stage.type("input[name=user]", "tea@yandex.ru");
  await stage.type("input[name=password]", "abcd efgh");
  await stage.type("input[name=from]", "tea@yandex.ru");
  await stage.click("button", t("mail.testSend"));
  await stage.find("[role=alert]", t("mail.testSent"));
  await stage.find("[role=alert]", t("mail.testSave"));
  await stage.click("button[type=submit]", t("common.save"));
  await stage.find("[role=status]", t("common.saved"));
  const draft = { host: "smtp.yandex.ru", port: 465, security: "tls", user: "tea@yandex.ru", password: "abcd efgh" };
  expect(fake.asked).toMatchObject([
    { method: "POST", path: "/api/mail/test", body: { ...draft, to: "olga@chai.example" } },
    { method: "PUT", path: "/api/mail", body: draft },
  ]);
  await stage.find("b", t("mail.on"));
  expect(shown("password")).toBe("");
});

test("the kept password stays unless another one is typed, and goes with its user", async () => {
  const fake = await open(account);
  expect(document.querySelector("input[name=password]")?.getAttribute("placeholder")).toBe(t("mail.passwordKept"));
  await stage.type("input[name=name]", "Чайный дом");
  await stage.click("button[type=submit]", t("common.save"));
  await stage.find("[role=status]", t("common.saved"));
  await stage.type("input[name=user]", "other");
  await stage.until(() => document.querySelector("input[name=password]")?.getAttribute("placeholder") === "");
  await stage.type("input[name=user]", "");
  await stage.until(() => document.querySelector("input[name=password]") === null);
  await stage.click("button[type=submit]", t("common.save"));
  await stage.until(() => fake.asked.length === 2);
  expect(fake.asked.map(({ body }) => body.password)).toEqual([null, ""]);
});

test("a test that fails is explained with the server's own words until something is changed", async () => {
  const fake = await open(account);
  fake.tested = { sent: false, code: "auth", words: "535 5.7.8 Error: authentication failed" };
  await stage.press("input[name=to]", "Enter");
  await stage.find("[role=alert]", t("mail.code.auth"));
  await stage.find("[role=alert] code", "535 5.7.8");
  await stage.type("input[name=password]", "another");
  await stage.until(() => document.querySelector("[role=alert]") === null);
  fake.tested = "broken";
  await stage.click("button", t("mail.testSend"));
  await stage.find("[role=alert]");
  expect(fake.asked.every(({ method }) => method === "POST")).toBe(true);
  await stage.click("button", t("common.cancel"));
});

test("a mistake stands at its field and nothing typed is lost", async () => {
  await open(account);
  await stage.type("input[name=from]", "support");
  await stage.click("button[type=submit]", t("common.save"));
  await stage.until(() => document.querySelector("input[name=from]")?.getAttribute("aria-invalid") === "true");
  expect(shown("from")).toBe("support");
  await stage.click("button", t("common.cancel"));
  await stage.until(() => shown("from") === account.from);
});

test("a server that takes nothing is told of, with the next try", async () => {
  const at = Date.now();
  await open({ ...account, trouble: { code: "no_connection", words: "Connection refused", at, nextAt: at + 60_000 } });
  await stage.find("[role=alert]", t("mail.trouble"));
  await stage.find("[role=alert]", t("mail.code.no_connection"));
  await stage.find("[role=alert]", "Следующая попытка: сегодня");
});

test("a letter that was refused can be sent again, or dropped by whoever is sure", async () => {
  const fake = await open({ ...account, letters: [refused], queue: { waiting: 0, refused: 1, oldestAt: null } });
  await stage.find("li", refused.to);
  await stage.find("li code", "550 5.1.1");
  await stage.click("li button", t("mail.again"));
  await stage.find("li", t("mail.state.waiting"));
  await stage.click("li button", t("mail.drop"));
  await stage.click("li button", t("mail.dropSure"));
  await stage.until(() => document.querySelector("li code") === null);
  expect(fake.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
    "POST /api/mail/letters/7/again",
    "DELETE /api/mail/letters/7",
  ]);
});
