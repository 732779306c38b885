import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import type { ClientSettings } from "../frontend/console/src/rest/clients";
import { Stage } from "./field/stage";
import type { Visitor } from "./field/visitor";
import { inConsole } from "./field/words";

const stage = new Stage();
const timeout = 90_000;

test("a client whom the site signs is verified beside the conversation, with a way to the card that was set in the console", {
  timeout,
}, async () => {
  const operator = await stage.operator();
  const page = operator.page;
  await page.goto(`${stage.server.address}/settings/clients`);
  await page.getByRole("button", { name: inConsole("clients.addLink") }).click();
  await page.getByLabel(inConsole("clients.linkTitle")).fill("CRM");
  const template = page.getByLabel(inConsole("clients.linkTemplate"));
  await template.fill("https://crm.example/{mail}");
  await page.getByRole("button", { name: inConsole("common.save") }).click();
  await page
    .getByText(/company, email/)
    .first()
    .waitFor();
  await template.fill("https://crm.example/find?mail={email}&plan={field.Тариф}");
  await page.getByText("https://crm.example/find?mail=anna%40example.org").waitFor();
  await page.getByRole("button", { name: inConsole("common.save") }).click();
  await page.getByText(inConsole("common.saved")).waitFor();
  const secret = await page.getByLabel(inConsole("clients.secret")).inputValue();
  await page.goto(stage.server.address);

  const visitor = await stage.visitor();
  await identify(visitor, { token: token(secret, "C-17") });
  await visitor.open();
  await visitor.write("Где мой заказ?");
  await operator.take("Где мой заказ?");
  const card = page.getByRole("complementary", { name: inConsole("visitor.title") });
  await card.getByText(inConsole("client.proof.SIGNED")).waitFor();
  await card.getByText("C-17", { exact: true }).waitFor();
  const way = await card.getByRole("link", { name: "CRM" }).getAttribute("href");
  expect(way).toBe("https://crm.example/find?mail=anna%40example.org&plan=%D0%9F%D1%80%D0%BE%20%26%202");
});

test("another client at the same browser sees nothing of the first one's conversation", { timeout }, async () => {
  const operator = await stage.operator();
  const administration = await stage.administration();
  const [site] = await administration.send<{ id: string }[]>("GET", "/api/sites");
  const { secret } = await administration.send<ClientSettings>("GET", `/api/sites/${site?.id}/clients`);
  const visitor = await stage.visitor();
  await identify(visitor, { token: token(secret, "C-17") });
  await visitor.open();
  await visitor.write("Мой пароль — Ромашка");
  await operator.take("Мой пароль — Ромашка");
  await visitor.field.fill("Ещё не отправлено");

  await identify(visitor, { token: token(secret, "C-18") });
  await visitor.message("Мой пароль — Ромашка").waitFor({ state: "detached" });
  await visitor.field.waitFor();
  expect(await visitor.field.inputValue()).toBe("");
  await visitor.write("Здравствуйте");
  await operator.take("Здравствуйте");
  const card = operator.page.getByRole("complementary", { name: inConsole("visitor.title") });
  await card.getByText("C-18", { exact: true }).waitFor();

  await visitor.page.evaluate(() => (window as unknown as { Beseda(call: string): void }).Beseda("logout"));
  await visitor.message("Здравствуйте").waitFor({ state: "detached" });
});

test("an introduction that is forged changes nothing, and the page's console says why", { timeout }, async () => {
  const visitor = await stage.visitor();
  const said: string[] = [];
  visitor.page.on("console", (message) => said.push(message.text()));
  await identify(visitor, { token: token("somebody else's secret of many letters", "C-17") });
  await expect.poll(() => said.join(), { timeout: 20_000 }).toContain("identify: signature");
});

test("what the page's script says before and after ours has come reaches the operator, and it learns what happens", {
  timeout,
}, async () => {
  const operator = await stage.operator();
  const context = await stage.context();
  await context.addInitScript(() => {
    const page = window as unknown as { Beseda: { (...call: unknown[]): void; q: unknown[] }; happened: string[] };
    const stub = (...call: unknown[]) => void stub.q.push(call);
    stub.q = [] as unknown[];
    page.Beseda = stub;
    page.happened = [];
    for (const event of ["ready", "open", "message", "operator", "ended"]) {
      page.Beseda("on", event, (detail: unknown) => page.happened.push(event + JSON.stringify(detail ?? {})));
    }
    page.Beseda("setVisitor", { name: "Вера Ким", fields: { Тариф: "Про" } });
    page.Beseda("setField", "Заказ", 1724);
  });
  const visitor = await stage.cameTo(context);
  await visitor.button.waitFor();
  await visitor.page.evaluate(() => {
    const { Beseda } = window as unknown as { Beseda(...call: unknown[]): void };
    Beseda("sendMessage", "Когда приедет заказ?");
  });
  await visitor.sees("Когда приедет заказ?");
  await operator.take("Когда приедет заказ?");
  const card = operator.page.getByRole("complementary", { name: inConsole("visitor.title") });
  await card.getByText("1724", { exact: true }).waitFor();
  await card.getByText("Про", { exact: true }).waitFor();
  await card.getByText("Вера Ким").first().waitFor();
  await operator.answer("Завтра");
  await visitor.sees("Завтра");
  const happened = () => visitor.page.evaluate(() => (window as unknown as { happened: string[] }).happened);
  await expect.poll(happened, { timeout: 20_000 }).toContain('message{"from":"operator"}');
  const all = (await happened()).join();
  expect(all).toMatch(/^ready\{\},open\{\},message\{"from":"visitor"\},operator\{"operator":\{"name":"/);
  expect(all).not.toContain("Завтра");
});

async function identify(visitor: Visitor, client: object): Promise<void> {
  await visitor.button.waitFor();
  await visitor.page.evaluate(
    (given) => (window as unknown as { Beseda(call: string, value: object): void }).Beseda("identify", given),
    client,
  );
}

/** As docs/site-api.md makes it. */
function token(secret: string, id: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = [
    part({ alg: "HS256", typ: "JWT" }),
    part({
      sub: id,
      name: "Анна Петрова",
      email: "anna@example.org",
      fields: { Тариф: "Про & 2" },
      exp: Math.floor(Date.now() / 1000) + 3600,
    }),
  ].join(".");
  return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
}
