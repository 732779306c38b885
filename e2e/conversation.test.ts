import { expect, test } from "vitest";
import { Operator } from "./field/operator";
import { Stage } from "./field/stage";
import { inConsole, inPanel, inPanelLater } from "./field/words";

const stage = new Stage();

const question = "Здравствуйте! Возьмёт ли штыковая лопата нашу глину?";
const answer = "Добрый день! Возьмёт: у неё закалённое полотно.";

test("a question asked on a page is answered from the console", async ({ annotate }) => {
  const context = await stage.context();
  const operator = new Operator(await context.newPage());
  await operator.signIn(stage.server.address);
  const visitor = await stage.visitor();
  await visitor.open();

  const asked = performance.now();
  await visitor.write(question);
  await visitor.ticked(question, "stored");
  await operator.row(question).waitFor();
  const waited = performance.now() - asked;
  await annotate(`on the operator's screen after ${Math.round(waited)} ms`);
  expect(waited).toBeLessThan(2000);
  await operator.page.getByRole("button", { name: inConsole("shell.waiting", { count: 1 }) }).waitFor();

  await operator.take(question);
  await visitor.ticked(question, "shown");
  await visitor.sees(inPanel("notice.joined", { name: await operator.name() }));

  await operator.answer(answer);
  await visitor.sees(answer);
  await operator.answer("Какая у вас посадка: грядки или газон?");
  await visitor.sees("Какая у вас посадка: грядки или газон?");
  await operator.ticked("Какая у вас посадка: грядки или газон?", "shown");
  await visitor.write("Грядки");
  await operator.sees("Грядки");
  expect(await operator.message(question).count()).toBe(1);
});

test("each side sees the other typing", async () => {
  const operator = await stage.operator();
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write("Сколько весит тачка?");
  await operator.take("Сколько весит тачка?");

  await visitor.field.pressSequentially("Ещё спрошу");
  await operator.page.getByText(/печатает$/).waitFor();
  await visitor.field.fill("");
  await operator.page.getByText(/печатает$/).waitFor({ state: "hidden" });

  await operator.field.pressSequentially("Двенадцать");
  await visitor.strip.getByText(inPanel("typing.person", { name: await operator.name() })).waitFor();
  await operator.field.press("Enter");
  await visitor.sees("Двенадцать");
  await visitor.strip.getByText(inPanel("typing.person", { name: await operator.name() })).waitFor({ state: "hidden" });
});

test("the conversation goes along over reloads, pages, tabs and closed windows", async () => {
  const operator = await stage.operator();
  const context = await stage.context();
  const visitor = await stage.cameTo(context);
  await visitor.open();
  await visitor.write("Есть ли секатор для левшей?");
  await operator.take("Есть ли секатор для левшей?");
  await operator.answer("Есть, и даже два.");
  await visitor.sees("Есть, и даже два.");

  await visitor.page.reload();
  await visitor.sees("Есть, и даже два.");
  await visitor.ticked("Есть ли секатор для левшей?", "shown");

  await visitor.page.getByRole("link", { name: "Доставка", exact: true }).click();
  await visitor.page.waitForURL("**/delivery.html");
  await visitor.sees("Есть, и даже два.");
  await operator.page.getByText("/demo/delivery.html").waitFor();

  await visitor.page.goto(`${stage.server.address}/demo/catalogue.html`);
  await visitor.sees("Есть, и даже два.");
  await visitor.page.locator(".chips").getByRole("link").nth(2).click();
  await visitor.page.waitForURL("**/catalogue.html?section=*");
  await visitor.sees("Есть, и даже два.");
  await operator.page.getByText(new URL(visitor.page.url()).search).waitFor();

  const second = await stage.cameTo(context, `${stage.server.address}/demo/cart.html`);
  await second.open();
  await second.sees("Есть, и даже два.");
  await second.write("А почём?");
  await visitor.sees("А почём?");
  await operator.answer("1 490 ₽");
  await visitor.sees("1 490 ₽");
  await second.sees("1 490 ₽");

  await visitor.page.close();
  await second.page.close();
  const again = await stage.cameTo(context);
  await again.open();
  await again.sees("1 490 ₽");
  expect(await again.message("А почём?").count()).toBe(1);
});

test("moves inside a single-page part are seen by the operator, with the titles the page gives itself", async () => {
  const operator = await stage.operator();
  const visitor = await stage.visitor(`${stage.server.address}/demo/catalogue.html`);
  await visitor.open();
  await visitor.write("Какой из них складной?");
  await operator.row("Какой из них складной?").click();
  const card = operator.page.getByRole("complementary", { name: inConsole("visitor.title") });
  const pageNow = card.locator("section").filter({ hasText: inConsole("visitor.pageNow") });
  const isOn = async (query: string) => {
    await pageNow.getByRole("link", { name: await visitor.page.title(), exact: true }).waitFor();
    await pageNow.getByText(`/demo/catalogue.html${query}`, { exact: false }).waitFor();
  };
  await isOn("");
  const marked = await visitor.page.evaluate(() => Object.assign(window, { sameDocument: true }).sameDocument);
  await visitor.page.locator(".chips").getByRole("link").nth(1).click();
  await isOn("?section=");
  const section = await visitor.page.title();
  await visitor.page.locator(".cards").getByRole("link").first().click();
  await isOn(new URL(visitor.page.url()).search);
  expect(await visitor.page.title()).not.toBe(section);
  await visitor.page.goBack();
  await isOn("?section=");
  expect(await visitor.page.evaluate(() => "sameDocument" in window)).toBe(marked);
  await visitor.sees("Какой из них складной?");
});

test("what comes while the window is collapsed is counted on the button, and opening it is reading", async () => {
  const operator = await stage.operator();
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write("Вы сегодня работаете?");
  await operator.take("Вы сегодня работаете?");
  await visitor.collapse();

  await operator.answer("Да, до восьми вечера.");
  await visitor.unread(1);
  await operator.answer("Приезжайте.");
  await visitor.unread(2);
  await operator.ticked("Приезжайте.", "stored");

  await visitor.page.reload();
  await visitor.unread(2);
  await visitor.open();
  await visitor.sees("Приезжайте.");
  await operator.ticked("Приезжайте.", "shown");
  await visitor.collapse();
  await visitor.unread(0);
});

test("a closed conversation stays in today's window; the next word opens a new one", async () => {
  const operator = await stage.operator();
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write("Спасибо, лопата пришла!");
  await operator.take("Спасибо, лопата пришла!");
  await operator.answer("Хорошего сезона!");
  await visitor.sees("Хорошего сезона!");
  await operator.press("action.close");
  await visitor.sees(inPanel("notice.closed"));

  await visitor.page.reload();
  await visitor.sees("Хорошего сезона!");
  await visitor.write("И ещё вопрос");
  await operator.row("И ещё вопрос").click();
  await operator.page.getByRole("region", { name: inConsole("earlier.title") }).waitFor();
  await operator.press("action.take");
  await operator.answer("Слушаю");
  await visitor.sees("Слушаю");
  await visitor.sees("Хорошего сезона!");
});

test("the visitor ends the conversation and rates it, and the operator is told both", async () => {
  const administration = await stage.administration();
  const [site] = await administration.send<{ id: string }[]>("GET", "/api/sites");
  const asks = (rating: string) =>
    administration.send("PUT", `/api/sites/${site?.id}/visitors`, { previews: false, asksPlace: true, rating });
  await asks("stars");
  const operator = await stage.operator();
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write("Уже нашёл сам");
  await operator.take("Уже нашёл сам");
  await visitor.frame.getByRole("button", { name: inPanel("menu.open") }).click();
  await visitor.frame.getByRole("menuitem", { name: inPanelLater("menu.end") }).click();
  await visitor.frame.getByRole("menuitem", { name: inPanelLater("menu.endYes") }).click();
  await visitor.sees(inPanel("notice.closedByYou"));
  await operator.log.getByText(inConsole("event.closed.visitor")).waitFor();

  const rating = visitor.log.getByRole("region", { name: inPanel("rating.title") });
  await rating.getByRole("radio").nth(3).check();
  await rating.getByRole("textbox").fill("Быстро и по делу");
  await rating.getByRole("button", { name: inPanel("rating.send") }).click();
  await rating.getByText(inPanel("rating.thanks")).waitFor();
  await visitor.page.reload();
  await rating.getByText("Быстро и по делу").waitFor();
  const seen = operator.log.getByRole("region", { name: inConsole("rating.title") });
  await seen.getByText("Быстро и по делу").waitFor();
  await asks("off");
});

test("hostile text stays text on both sides", async () => {
  const operator = await stage.operator();
  const visitor = await stage.visitor();
  const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script> {{7*7}} \u202Eавтра';
  await visitor.open();
  await visitor.write(hostile);
  await operator.take(hostile);
  expect(await operator.log.locator("img[src=x], script").count()).toBe(0);
  expect(await visitor.log.locator("img[src=x], script").count()).toBe(0);
});

test("a message of 4,000 characters goes, one more does not and stays in the editor", async () => {
  const operator = await stage.operator();
  const visitor = await stage.visitor();
  const long = "Длинно. ".repeat(500).trim().padEnd(4000, "!");
  await visitor.open();
  await visitor.field.fill(`${long}!`);
  await visitor.field.press("Enter");
  await visitor.frame.getByText(inPanel("composer.over", { count: 1 })).waitFor();
  expect(await visitor.field.inputValue()).toBe(`${long}!`);
  await visitor.field.fill(long);
  await visitor.field.press("Enter");
  await visitor.ticked(long, "stored");
  await operator.row("Длинно.").first().click();
  await operator.sees(long);
});

test("an answer is changed and deleted, at once on the visitor's screen and after a reload, and a supervisor reads what it was", async () => {
  const operator = await stage.operator();
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write("Сколько стоит лейка?");
  await operator.take("Сколько стоит лейка?");
  await operator.answer("Сто рублей");
  await visitor.sees("Сто рублей");

  await operator.field.press("ArrowUp");
  const editor = operator.log.getByRole("textbox", { name: inConsole("message.edit") });
  await editor.fill("Двести рублей");
  await editor.press("Enter");
  await visitor.log.getByText("Двести рублей").waitFor();
  await visitor.log.getByText(inPanel("message.edited")).waitFor();
  await operator.sees("Двести рублей");

  const menu = operator.log.locator("[data-side=ours]").getByRole("button", { name: inConsole("message.menu") });
  await menu.click();
  await operator.page.getByRole("menuitem", { name: inConsole("message.delete") }).click();
  await operator.page
    .getByRole("dialog")
    .getByRole("button", { name: inConsole("common.delete") })
    .click();
  await visitor.sees(inPanel("message.deleted"));
  await visitor.page.reload();
  await visitor.sees(inPanel("message.deleted"));
  expect(await visitor.log.getByText("рублей").count()).toBe(0);

  const address = operator.page.url();
  await operator.page.goto(`${address}#message-2`);
  await operator.page.reload();
  await operator.log.locator("[data-linked]").getByText("Сколько стоит лейка?").waitFor();

  await menu.click();
  await operator.page.getByRole("menuitem", { name: inConsole("message.earlier") }).click();
  const earlier = operator.page.getByRole("dialog", { name: inConsole("message.earlierTitle") });
  await earlier.getByText("Сто рублей").waitFor();
  await earlier.getByText("Двести рублей").waitFor();
});
