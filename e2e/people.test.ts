import { createHmac } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import { Customer } from "./field/customer";
import { Operator } from "./field/operator";
import { Stage } from "./field/stage";
import { Visitor } from "./field/visitor";
import { inConsole, inPanel, wordsOf } from "./field/words";

const stage = new Stage();

test("a colleague comes by an invitation's link, answers under an own name, and the link works once", async () => {
  const administrator = await stage.operator();
  const { page } = administrator;
  await page.goto(`${stage.server.address}/settings/people`);
  await page.getByRole("button", { name: inConsole("people.invite") }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: inConsole("field.email") }).fill("oleg@example.test");
  await dialog.getByRole("button", { name: inConsole("invite.submit") }).click();
  const link = await dialog.locator("pre").innerText();

  const context = await stage.context();
  const oleg = new Operator(await context.newPage());
  await oleg.page.goto(link);
  await oleg.page.getByText("oleg@example.test").waitFor();
  const field = (label: "field.yourName" | "field.title" | "field.password") =>
    oleg.page.getByRole("textbox", { name: inConsole(label), exact: true });
  await field("field.yourName").fill("Олег Дёмин");
  await field("field.title").fill("Агроном");
  await field("field.password").fill("123456789012");
  await oleg.press("invitation.submit");
  await oleg.page.getByText(inConsole("field.passwordCommon")).waitFor();
  expect(await field("field.yourName").inputValue()).toBe("Олег Дёмин");
  await field("field.password").fill("двадцать соток и баня");
  await oleg.press("invitation.submit");
  await oleg.atWork();

  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write("Когда сажать чеснок?");
  await oleg.take("Когда сажать чеснок?");
  await oleg.answer("В октябре, под зиму.");
  await visitor.sees(inPanel("notice.joined", { name: "Олег Дёмин" }));
  await visitor.frame.getByRole("heading", { name: "Олег Дёмин" }).waitFor();
  await visitor.frame.getByText("Агроном").waitFor();

  await page.reload();
  await page.getByRole("link", { name: /Олег Дёмин/ }).waitFor();
  const stranger = await (await stage.context()).newPage();
  await stranger.goto(link);
  await stranger.getByText(inConsole("invitation.gone")).waitFor();
});

test("of two operators who press Take together exactly one has the conversation", async () => {
  const administration = await stage.administration();
  const colleague = await administration.addOperator("Вера");
  const [first, second] = await Promise.all([stage.operator(), stage.operator({ who: colleague })]);
  for (const round of [1, 2, 3]) {
    const question = `Кто возьмёт? ${round}`;
    const visitor = await stage.visitor();
    await visitor.open();
    await visitor.write(question);
    const both = [first, second];
    for (const operator of both) {
      await operator.row(question).click();
      await operator.button("action.take").waitFor();
    }
    await Promise.all(both.map((operator) => operator.page.keyboard.press("t")));
    await Promise.race(both.map((operator) => operator.field.waitFor()));
    for (const operator of both) await operator.button("action.take").waitFor({ state: "hidden" });
    const owners = await Promise.all(both.map((operator) => operator.field.isVisible()));
    expect(owners.filter((owns) => owns)).toHaveLength(1);
    const [owner, other] = owners[0] === true ? [first, second] : [second, first];
    await other.page
      .getByRole("paragraph")
      .getByText(inConsole("standing.owner", { name: await owner.name() }))
      .waitFor();
    await owner.answer(`Взял я, ${round}`);
    await visitor.sees(`Взял я, ${round}`);
    await other.sees(`Взял я, ${round}`);
    expect(await visitor.log.getByText(/^На связи — /).count()).toBe(1);
    await owner.press("action.close");
  }
});

test("a conversation given back waits again, and notes stay among colleagues", async () => {
  const administration = await stage.administration();
  const colleague = await administration.addOperator("Глеб");
  const [first, second] = await Promise.all([stage.operator(), stage.operator({ who: colleague })]);
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write("Можно ли вернуть мотыгу?");
  await first.take("Можно ли вернуть мотыгу?");
  await first.note("Покупал в мае, чек есть");

  await second.row("Можно ли вернуть мотыгу?").click();
  await second.sees("Покупал в мае, чек есть");
  await second.note("Верну я, у меня касса");
  await first.sees("Верну я, у меня касса");
  await first.press("action.giveBack");
  await second.press("action.take");
  await second.answer("Можно, приносите.");
  await visitor.sees("Можно, приносите.");
  await first.button("action.take").waitFor({ state: "hidden" });

  await visitor.page.reload();
  await visitor.sees("Можно, приносите.");
  expect(await visitor.page.content()).not.toContain("касса");
  expect(await visitor.log.getByText(/чек есть|касса/).count()).toBe(0);
  const heard: string[] = [];
  const page = await visitor.page.context().newPage();
  page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => heard.push(String(payload))));
  await page.goto(`${stage.server.address}/demo/`);
  const again = new Visitor(page);
  await again.open();
  await again.sees("Можно, приносите.");
  expect(heard.join()).toContain("приносите");
  expect(heard.join()).not.toMatch(/чек есть|касса/);
});

test("a colleague who is disabled is out of the console within five seconds", async ({ annotate }) => {
  const administration = await stage.administration();
  const colleague = await administration.addOperator("Зоя");
  const [administrator, zoya] = await Promise.all([stage.operator(), stage.operator({ who: colleague })]);
  await administrator.page.goto(`${stage.server.address}/settings/people`);
  await administrator.page.getByRole("link", { name: /Зоя/ }).click();
  await administrator.page.getByRole("switch", { name: inConsole("people.enabled") }).click({ force: true });
  const began = performance.now();
  await administrator.press("common.save");
  await zoya.button("signIn.submit").waitFor();
  const took = performance.now() - began;
  await annotate(`out after ${Math.round(took)} ms`);
  expect(took).toBeLessThan(5000);
  await zoya.page.getByRole("textbox", { name: inConsole("field.email") }).fill(colleague.email);
  await zoya.page.getByRole("textbox", { name: inConsole("field.password") }).fill(colleague.password);
  await zoya.press("signIn.submit");
  await zoya.page.getByRole("alert").waitFor();
});

test("language and theme of the console change at once and come back with the account", async () => {
  const administration = await stage.administration();
  const colleague = await administration.addOperator("Юлия");
  const operator = await stage.operator({ who: colleague });
  const { page } = operator;
  await operator.me.click();
  await page.getByText("Українська", { exact: true }).click();
  await page.getByRole("region", { name: wordsOf("uk").console("shell.conversations") }).waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("uk");
  await page.getByText("English", { exact: true }).click();
  await page.getByRole("region", { name: wordsOf("en").console("shell.conversations") }).waitFor();
  const day = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.getByText(wordsOf("en").console("theme.dark"), { exact: true }).click();
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe(day);

  const context = await stage.context();
  const elsewhere = new Operator(await context.newPage(), "en");
  await elsewhere.page.goto(stage.server.address);
  await elsewhere.page.getByRole("textbox", { name: inConsole("field.email") }).fill(colleague.email);
  await elsewhere.page.getByRole("textbox", { name: inConsole("field.password") }).fill(colleague.password);
  await elsewhere.page.getByRole("button", { name: inConsole("signIn.submit") }).click();
  await elsewhere.atWork();
});

test("a visitor reads name and title in the window's language; colleagues read the status and see who is outside the hours", async () => {
  const administration = await stage.administration();
  const colleague = await administration.addOperator("Майя");
  const [operator, other] = await Promise.all([stage.operator({ who: colleague }), stage.operator()]);
  const { page } = operator;
  await page.goto(`${stage.server.address}/settings/me`);
  const called = page.getByRole("group", { name: inConsole("me.called") });
  await called.getByText("English", { exact: true }).click();
  await called.getByRole("textbox", { name: inConsole("field.name") }).fill("Maya");
  await called.getByRole("textbox", { name: inConsole("field.title") }).fill("Gardener");
  const face = page.locator("form").filter({ has: called });
  await face.getByRole("button", { name: inConsole("common.save") }).click();
  await face.getByText(inConsole("common.saved")).waitFor();

  await page.getByRole("textbox", { name: inConsole("status.text") }).fill("Разбираю семена");
  await page.getByRole("button", { name: inConsole("status.set") }).click();
  await page.getByText(inConsole("status.kept")).waitFor();
  // Three days from now: neither this day nor the night after yesterday.
  const far = new Date(Date.now() + 3 * 86_400_000);
  const day = new Intl.DateTimeFormat("ru", { weekday: "long", timeZone: "Asia/Yekaterinburg" }).format(far);
  await page.getByRole("checkbox", { name: new RegExp(day, "i") }).check();
  const hours = page.locator("form").filter({ hasText: inConsole("me.hoursHint") });
  await hours.getByRole("button", { name: inConsole("common.save") }).click();
  await hours.getByText(inConsole("common.saved")).waitFor();
  const reminded = `${inConsole("state.online")}. ${inConsole("hours.over")}. ${inConsole("action.state.away")}`;
  await page.getByRole("button", { name: reminded }).waitFor();

  const customer = await Customer.open(stage.server.address);
  onTestFinished(() => customer.close());
  customer.key = (await administration.addSite({ name: "Garden", origins: [customer.origin] })).key;
  const visitor = new Visitor((await stage.visitor(customer.origin, { locale: "en-GB" })).page, "en");
  await visitor.open();
  await visitor.write("When do you sow dill?");
  await page.goto(stage.server.address);
  await operator.take("When do you sow dill?");
  await operator.answer("In May.");
  await visitor.sees("In May.");
  await visitor.frame.getByRole("heading", { name: "Maya" }).waitFor();
  await visitor.frame.getByText("Gardener").waitFor();

  await operator.press("action.giveBack");
  await other.take("In May.");
  await other.press("action.handOver");
  const choice = other.page.getByRole("dialog").getByRole("radio", { name: /Майя/ });
  await choice.getByText("Разбираю семена").waitFor();
  await choice.getByText(inConsole("hours.off")).waitFor();

  await page.goto(`${stage.server.address}/settings/me`);
  await operator.me.click();
  await page.getByRole("menuitem", { name: /Разбираю семена/ }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: inConsole("status.clear") }).click();
  await page.getByText(inConsole("status.kept")).waitFor({ state: "hidden" });
  await choice.getByText("Разбираю семена").waitFor({ state: "hidden" });
});

test("with a second factor the password alone opens nothing; a code of the app does, and one that was written down", async () => {
  const administration = await stage.administration();
  const anna = await administration.addOperator("Анна Второва");
  const context = await stage.context();
  const operator = new Operator(await context.newPage());
  const { page } = operator;
  await operator.signIn(stage.server.address, anna);
  await page.goto(`${stage.server.address}/settings/me`);
  const turningOn = page.locator("form").filter({ has: operator.button("secondFactor.turnOn") });
  const password = turningOn.getByLabel(inConsole("password.current"), { exact: true });
  await password.fill(anna.password);
  await operator.press("secondFactor.turnOn");
  await page.getByRole("img", { name: inConsole("secondFactor.picture") }).waitFor();
  const secret = (await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).innerText()).replaceAll(" ", "");
  const code = page.getByRole("textbox", { name: inConsole("secondFactor.code") });
  await code.fill("000000");
  await operator.press("secondFactor.confirm");
  await page.getByText(inConsole("field.codeWrong")).waitFor();
  await code.fill(timeCode(secret, Date.now()));
  await operator.press("secondFactor.confirm");
  const written = await page
    .getByRole("listitem")
    .getByText(/^\w{4}-\w{4}-\w{4}$/)
    .first()
    .innerText();
  await operator.press("secondFactor.kept");
  await page.getByText(inConsole("secondFactor.codesLeft", { count: 10 })).waitFor();

  await operator.signOut();
  await page.getByRole("textbox", { name: inConsole("field.email") }).fill(anna.email);
  await page.getByRole("textbox", { name: inConsole("field.password") }).fill(anna.password);
  await operator.press("signIn.submit");
  const asked = page.getByRole("textbox", { name: inConsole("signIn.code") });
  // The next code: the present one is used up.
  await asked.fill(timeCode(secret, Date.now() + 30_000));
  await operator.press("signIn.submit");
  await page.getByText(inConsole("secondFactor.codesLeft", { count: 10 })).waitFor();
  await code.fill(written);
  await operator.press("secondFactor.turnOff");
  await operator.button("secondFactor.turnOn").waitFor();
});

/** As an authenticator app makes it: RFC 6238. */
function timeCode(secret: string, at: number): string {
  const bits = [...secret].map((letter) =>
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"),
  );
  const key = Buffer.from(
    bits
      .join("")
      .match(/.{8}/g)
      ?.map((byte) => Number.parseInt(byte, 2)) ?? [],
  );
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const hash = createHmac("sha1", key).update(step).digest();
  const number = hash.readUInt32BE((hash.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}
