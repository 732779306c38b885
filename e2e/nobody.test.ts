import { beforeAll, expect, test } from "vitest";
import type { Showing, Site } from "../frontend/console/src/rest/types";
import { bringAxe, hindrances } from "./field/axe";
import type { Operator } from "./field/operator";
import { Stage } from "./field/stage";
import { inConsole, inPanel, inPanelLater } from "./field/words";

const stage = new Stage();
const address = "irina@example.test";
let site: Site;
let standard: Showing;

beforeAll(async () => {
  const administration = await stage.administration();
  [site] = (await administration.send<Site[]>("GET", "/api/sites")) as [Site];
  standard = await administration.send<Showing>("GET", `/api/sites/${site.id}/showing`);
});

async function decide(part: Partial<Showing>) {
  const administration = await stage.administration();
  await administration.send("PUT", `/api/sites/${site.id}/showing`, { ...standard, ...part });
}

test("while nobody is on line the window asks for an address and the question, which then waits with it", async () => {
  await decide({ nobody: "form" });
  const context = await stage.context();
  await bringAxe(context);
  const visitor = await stage.cameTo(context);
  await visitor.button.click();
  const form = visitor.frame.getByRole("form", { name: inPanel("letter.title") });
  await form.waitFor();
  expect(await hindrances(visitor.page)).toEqual([]);
  await form.getByRole("textbox", { name: inPanel("letter.name") }).fill("Ирина");
  await form.getByRole("textbox", { name: inPanel("letter.words") }).fill("Когда привезёте теплицу?");
  await form.getByRole("textbox", { name: inPanel("reach.address") }).fill("irina на почте");
  await form.getByRole("button", { name: inPanel("letter.send") }).click();
  await form.getByText(inPanel("reach.invalid")).waitFor();

  await visitor.page.reload();
  await form.waitFor();
  expect(await form.getByRole("textbox", { name: inPanel("letter.words") }).inputValue()).toBe(
    "Когда привезёте теплицу?",
  );
  await form.getByRole("textbox", { name: inPanel("reach.address") }).fill(address);
  await form.getByRole("button", { name: inPanel("letter.send") }).click();
  await visitor.sees("Когда привезёте теплицу?");
  await visitor.log.getByText(inPanel("conversation.waitingReachable")).waitFor();
  await visitor.page.close();

  const operator = await stage.operator();
  await operator.row("Когда привезёте теплицу?").click();
  await knows(operator, { name: "Ирина", email: address });
});

test("who has waited for long may leave an address, and goes on writing what he was writing", async () => {
  await decide({ addressAfter: 2 });
  const operator = await stage.operator();
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write("Есть секаторы?");
  await visitor.field.fill("И ещё лейки");
  const offer = visitor.frame.getByRole("form", { name: inPanelLater("reach.title") });
  await offer.waitFor({ timeout: 15_000 });
  await offer.getByRole("textbox").fill("8 (342) 200-10-20");
  await offer.getByRole("button", { name: inPanelLater("reach.leave") }).click();
  await visitor.log.getByText(inPanelLater("reach.kept", { address: "8 (342) 200-10-20" })).waitFor();
  expect(await visitor.field.inputValue()).toBe("И ещё лейки");

  await operator.row("Есть секаторы?").click();
  await knows(operator, { phone: "8 (342) 200-10-20" });
});

test("a conversation is wanted by e-mail, and the visitor is told the truth about it", async () => {
  await decide({});
  const context = await stage.context();
  await bringAxe(context);
  const visitor = await stage.cameTo(context);
  await visitor.open();
  await visitor.write("Есть вилы?");
  await visitor.ticked("Есть вилы?", "stored");
  await visitor.frame.getByRole("button", { name: inPanel("menu.open") }).click();
  await visitor.frame.getByRole("menuitem", { name: inPanel("menu.transcript") }).click();
  const form = visitor.frame.getByRole("form", { name: inPanel("menu.transcript") });
  const field = form.getByRole("textbox", { name: inPanel("questions.email") });
  await field.fill("irina на почте");
  await field.press("Enter");
  await form.getByText(inPanel("questions.wrong.email")).waitFor();
  expect(await hindrances(visitor.page)).toEqual([]);
  await field.fill(address);
  await field.press("Enter");
  await visitor.log.getByText(inPanel("transcript.kept", { email: address })).waitFor();
});

test("a button hidden for want of operators stays with whoever is in a conversation", async () => {
  await decide({ nobody: "hide" });
  const stranger = await stage.visitor();
  await stranger.button.waitFor({ state: "hidden", timeout: 30_000 });

  const operator = await stage.operator();
  await stranger.button.waitFor();
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write("Не уходите!");
  await operator.page.close();
  await stranger.button.waitFor({ state: "hidden", timeout: 30_000 });
  await visitor.sees("Не уходите!");
  expect(await visitor.field.isVisible()).toBe(true);
  await decide({});
});

/** The visitor's card beside the conversation says so. */
async function knows({ page }: Operator, contacts: Partial<Record<"name" | "email" | "phone", string>>) {
  for (const [field, value] of Object.entries(contacts)) {
    const input = page.getByRole("textbox", { name: inConsole(`visitor.${field as "name"}`), exact: true });
    await expect.poll(() => input.inputValue(), { timeout: 15_000 }).toBe(value);
  }
}
