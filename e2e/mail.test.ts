import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Mail } from "../frontend/console/src/rest/mail";
import type { Administration } from "./field/administration";
import { bringAxe, hindrances } from "./field/axe";
import { signIn } from "./field/browser";
import { MailServer } from "./field/mailServer";
import { administrator } from "./field/server";
import { Stage } from "./field/stage";
import { inConsole, inPanel } from "./field/words";

const stage = new Stage();
let mailServer: MailServer;

beforeAll(async () => {
  mailServer = await MailServer.start();
});
afterAll(() => mailServer.stop());

/** Beside it stands the form of the mailbox, with fields of the same names. */
const sending = (page: Page) => page.getByRole("form", { name: inConsole("mail.form"), exact: true });

const fieldOf = (page: Page, label: Parameters<typeof inConsole>[0]) =>
  sending(page).getByLabel(inConsole(label), { exact: true });

test("e-mail is set up from where it is missed: a wrong password is explained, the right one brings a letter", async () => {
  const context = await stage.context();
  await bringAxe(context);
  await signIn(context, stage.server.address);
  const page = await context.newPage();
  await page.goto(`${stage.server.address}/reports/schedules`);
  await page.getByText(inConsole("schedules.noMail")).waitFor();
  expect(await hindrances(page), "the reports").toEqual([]);
  await page.getByRole("link", { name: inConsole("schedules.setUpMail") }).click();
  await page.getByText(inConsole("mail.off")).waitFor();

  await page.getByRole("button", { name: inConsole("mail.service.own") }).click();
  await fieldOf(page, "mail.host").fill("127.0.0.1");
  await fieldOf(page, "mail.port").fill(String(mailServer.port));
  await fieldOf(page, "mail.user").fill(MailServer.user);
  await fieldOf(page, "mail.password").fill("not the password");
  await fieldOf(page, "mail.from").fill(MailServer.user);
  await fieldOf(page, "mail.name").fill("Сад и дом");
  const send = page.getByRole("button", { name: inConsole("mail.testSend"), exact: true });
  await send.click();
  await page.getByText(inConsole("mail.code.auth")).waitFor();
  await page.getByText("5.7.8 Wrong name or password").waitFor();
  expect(await hindrances(page), "a test that failed").toEqual([]);
  expect(mailServer.letters).toEqual([]);

  await fieldOf(page, "mail.password").fill(MailServer.password);
  await page.getByText(inConsole("mail.testFailed")).waitFor({ state: "detached" });
  await send.click();
  await page.getByText(inConsole("mail.testSent")).waitFor();
  expect(mailServer.letters).toMatchObject([{ from: MailServer.user, to: administrator.email }]);
  expect(mailServer.letters[0]?.source).toContain("Subject: =?");

  await sending(page)
    .getByRole("button", { name: inConsole("common.save") })
    .click();
  await page.getByText(inConsole("mail.on")).waitFor();
  await page.getByText(inConsole("common.saved"), { exact: true }).waitFor();
  expect(await fieldOf(page, "mail.password").inputValue()).toBe("");
  expect(await hindrances(page), "e-mail that is set up").toEqual([]);
  await page.goBack();
  await page.getByText(inConsole("schedules.none")).waitFor();
  await page.getByText(inConsole("schedules.noMail")).waitFor({ state: "detached" });
});

test("a copy of a conversation that nobody takes is seen in the list, tried again and dropped", async () => {
  const administration = await stage.administration();
  await setUp(administration, mailServer.port);
  const operator = await stage.operator();
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write("Пришлите мне, пожалуйста, этот диалог");
  await operator.take("Пришлите мне, пожалуйста, этот диалог");
  await operator.answer("Сейчас пришлём");
  await visitor.sees("Сейчас пришлём");
  await visitor.frame.getByRole("button", { name: inPanel("menu.open") }).click();
  await visitor.frame.getByRole("menuitem", { name: inPanel("menu.transcript") }).click();
  const form = visitor.frame.getByRole("form", { name: inPanel("menu.transcript") });
  await form.getByRole("textbox").fill(MailServer.nobody);
  await form.getByRole("textbox").press("Enter");
  await visitor.log.getByText(inPanel("transcript.kept", { email: MailServer.nobody })).waitFor();
  await operator.press("action.close");

  const { page } = operator;
  await page.goto(`${stage.server.address}/settings/mail`);
  const letter = page.getByRole("listitem").filter({ hasText: MailServer.nobody });
  await letter.getByText(inConsole("mail.code.recipient_refused")).waitFor({ timeout: 60_000 });
  await letter.getByText("5.1.1 No such mailbox").waitFor();
  await letter.getByText(inConsole("mail.about.transcript")).waitFor();
  await letter.getByText(inConsole("mail.tries", { count: 1 })).waitFor();

  await letter.getByRole("button", { name: inConsole("mail.again") }).click();
  await expect.poll(() => mailServer.refused.length, { timeout: 60_000 }).toBe(2);

  const stateNow = async () => (await administration.send<Mail>("GET", "/api/mail")).letters[0]?.state;
  await expect.poll(stateNow, { timeout: 30_000 }).toBe("refused");
  await setUp(administration, nobodyListens);
  await letter.getByRole("button", { name: inConsole("mail.again") }).click();
  await page.getByText(inConsole("mail.trouble")).waitFor();
  await page.getByText(inConsole("mail.code.no_connection")).waitFor();
  await letter.getByRole("button", { name: inConsole("mail.drop") }).click();
  await letter.getByRole("button", { name: inConsole("mail.dropSure") }).click();
  await letter.waitFor({ state: "detached" });
});

const nobodyListens = 1;

/** As the page does it. */
async function setUp(administration: Administration, port: number): Promise<void> {
  await administration.send<Mail>("PUT", "/api/mail", {
    host: "127.0.0.1",
    port,
    security: "none",
    user: MailServer.user,
    password: MailServer.password,
    from: MailServer.user,
    name: "",
  });
}
