import { expect, test } from "vitest";
import { Operator } from "./field/operator";
import { Stage } from "./field/stage";
import { Visitor } from "./field/visitor";
import { inConsole } from "./field/words";

const stage = new Stage({
  BESEDA_ADMIN_EMAIL: undefined,
  BESEDA_ADMIN_PASSWORD: undefined,
  BESEDA_DEMO: undefined,
});

const anna = { email: "anna@example.test", password: "лейка на крыше сарая" };

test("a stranger who finds an empty server is asked for what only its owner was told", async () => {
  const context = await stage.context();
  const stranger = new Operator(await context.newPage());
  await stranger.page.goto(stage.server.address);
  const fill = (label: Parameters<typeof inConsole>[0], text: string) =>
    stranger.page.getByRole("textbox", { name: inConsole(label as "field.email"), exact: true }).fill(text);

  await fill("setup.code", "abcd-efgh-jkmn");
  await fill("field.yourName", "Захватчик");
  await fill("field.email", "stranger@example.test");
  await fill("field.password", anna.password);
  await fill("field.company", "Чужая");
  await fill("field.siteName", "Сайт");
  await fill("field.origin", "https://other.example");
  await stranger.press("setup.submit");

  const code = stranger.page.getByRole("textbox", { name: inConsole("setup.code") });
  await stranger.page.locator("[aria-invalid=true]").waitFor();
  expect(await code.getAttribute("aria-invalid")).toBe("true");
  expect(await code.inputValue()).toBe("abcd-efgh-jkmn");
  await stranger.page.reload();
  await code.waitFor();
});

test("an empty server asks who runs it, and a question reaches them a minute later", async () => {
  const context = await stage.context();
  const page = await context.newPage();
  await page.goto(stage.server.printed);
  await page.getByRole("heading", { name: inConsole("setup.title") }).waitFor();
  expect(await page.getByRole("textbox", { name: inConsole("setup.code") }).count()).toBe(0);
  const fill = (label: Parameters<typeof inConsole>[0], text: string) =>
    page.getByRole("textbox", { name: inConsole(label as "field.email"), exact: true }).fill(text);

  await fill("field.yourName", "Анна Строева");
  await fill("field.email", anna.email);
  await fill("field.password", "коротко");
  await fill("field.company", "Дачный двор");
  await fill("field.siteName", "Магазин");
  await fill("field.origin", "shop.example/garden");
  const operator = new Operator(page);
  await operator.press("setup.submit");
  const origin = page.getByRole("textbox", { name: inConsole("field.origin"), exact: true });
  await page.locator("[aria-invalid=true]").first().waitFor();
  expect(await origin.getAttribute("aria-invalid")).toBe("true");
  expect(await origin.inputValue()).toBe("shop.example/garden");
  expect(await page.getByRole("textbox", { name: inConsole("field.yourName"), exact: true }).inputValue()).toBe(
    "Анна Строева",
  );

  await fill("field.password", anna.password);
  await fill("field.origin", stage.server.address);
  await operator.press("setup.submit");
  await page.getByRole("heading", { name: inConsole("snippet.title") }).waitFor();
  const snippet = await page.locator("pre").innerText();
  expect(snippet).toContain(`${stage.server.address}/loader.js`);
  expect(snippet).toMatch(/data-site="[^"]+"/);

  const shop = `${stage.server.address}/demo/`;
  expect((await context.request.get(shop)).status()).toBe(404);
  await page.getByRole("switch", { name: inConsole("demo.switch") }).click();
  const opened = context.waitForEvent("page");
  await page.getByRole("link", { name: inConsole("snippet.try") }).click();
  const visitor = new Visitor(await opened);
  await visitor.open();
  await visitor.write("Это уже работает?");
  await visitor.ticked("Это уже работает?", "stored");

  await operator.press("snippet.open");
  await operator.take("Это уже работает?");
  await operator.answer("Да!");
  await visitor.sees("Да!");
});

test("whoever set it up signs out and in again; a wrong password is told apart from a lost network", async () => {
  const context = await stage.context();
  const operator = new Operator(await context.newPage());
  await operator.page.goto(stage.server.address);
  const password = operator.page.getByRole("textbox", { name: inConsole("field.password") });
  await operator.page.getByRole("textbox", { name: inConsole("field.email") }).fill(anna.email);
  await password.fill("лейка на крыше дома");
  await operator.press("signIn.submit");
  await operator.page.getByRole("alert").getByText(inConsole("signIn.wrong")).waitFor();
  expect(await password.inputValue()).toBe("лейка на крыше дома");

  await context.setOffline(true);
  await operator.press("signIn.submit");
  await operator.page.getByText(inConsole("refused.network")).waitFor();
  await context.setOffline(false);

  await password.fill(anna.password);
  await operator.press("signIn.submit");
  await operator.atWork();
  await operator.page.reload();
  await operator.atWork();
  await operator.signOut();
  await operator.page.goto(`${stage.server.address}/settings`);
  await operator.button("signIn.submit").waitFor();
});

test("the set-up can't be done twice", async () => {
  const context = await stage.context();
  const answer = await context.request.post(`${stage.server.address}/api/setup`, {
    headers: { "X-Beseda": "1", Origin: stage.server.address },
    data: {
      administrator: { name: "Захватчик", email: "other@example.test", password: "a completely new password" },
      company: "Чужая",
      site: { name: "Сайт", origin: "https://other.example", timeZone: "Europe/Moscow", locale: "auto" },
    },
  });
  expect(answer.status()).toBe(409);
});
