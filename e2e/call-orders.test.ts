import type { Frame, Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { bringAxe, hindrances } from "./field/axe";
import { Stage } from "./field/stage";
import type { Visitor } from "./field/visitor";
import { inRequests } from "./field/words";

const stage = new Stage();
const made = new Map<string, string>();

interface LeftRequest {
  readonly at: number | null;
  readonly zone: string | null;
}

beforeAll(async () => {
  const administration = await stage.administration();
  const consent = { id: "ok", label: { ru: "Согласен на обработку данных" }, type: "consent", required: true };
  const order = { id: "order", label: { ru: "Номер заказа" }, type: "text", required: false };
  const common = {
    site: null,
    invitation: { ru: "Ответим на всё" },
    department: null,
    on: true,
    order: 10,
    fields: [
      { ...order, choices: [] },
      { ...consent, choices: [] },
    ],
    slotMinutes: 30,
    capacity: 1,
    leadMinutes: 0,
    soonMinutes: 30,
    answerMinutes: 60,
    remindMinutes: 0,
    rota: [],
    turn: "all",
  };
  const call = { name: "optional", phone: "required", email: "no", text: "optional" };
  const letter = { name: "required", phone: "no", email: "required", text: "required" };
  const drafts = [
    { ...common, nature: "call", name: { ru: "Заказать звонок" }, asks: call, daysAhead: 2, soon: true },
    { ...common, nature: "letter", name: { ru: "Претензия" }, asks: letter, daysAhead: 0, soon: false },
  ];
  for (const draft of drafts) {
    const { id } = await administration.send<{ id: string }>("POST", "/api/request-kinds", draft);
    made.set(draft.nature, id);
  }
});

async function left(words: string): Promise<readonly LeftRequest[]> {
  const administration = await stage.administration();
  const query = new URLSearchParams({ show: "all", words });
  const { requests } = await administration.send<{ requests: LeftRequest[] }>("GET", `/api/requests?${query}`);
  return requests;
}

const heading = (visitor: Visitor, name: string) => visitor.frame.getByRole("heading", { name, level: 2 });
const send = (visitor: Visitor) => visitor.frame.getByRole("button", { name: inRequests("request.send.call") });
const phone = (visitor: Visitor) => visitor.frame.getByLabel(inRequests("request.phone"));
const time = (visitor: Visitor, at: number) =>
  visitor.frame
    .getByRole("group", { name: inRequests("request.time") })
    .getByRole("radio")
    .nth(at);

/** Offers the times of the second day, of which none is over. */
async function pickTime(visitor: Visitor): Promise<void> {
  await visitor.frame.getByRole("radio", { name: inRequests("request.pick") }).check();
  await visitor.frame.getByLabel(inRequests("request.day")).selectOption({ index: 1 });
  await time(visitor, 0).waitFor();
}

/** The page puts a link of its own in, which opens the form instead of where it leads. */
async function pressOwnButton(page: Page, kind: string): Promise<void> {
  await page.evaluate((id) => {
    const link = document.createElement("a");
    Object.assign(link, { href: `/never/${id}`, textContent: "Позвоните мне" });
    link.dataset.besedaRequest = id;
    document.body.prepend(link);
  }, kind);
  await page.getByRole("link", { name: "Позвоните мне" }).first().click();
}

function panelOf(page: Page): Frame {
  return page.frames().find((frame) => frame.url().includes("/panel/")) ?? expect.unreachable("no panel");
}

async function wrongBy(field: Locator): Promise<string> {
  const id = await field.getAttribute("aria-describedby");
  return (await field.locator(`xpath=following-sibling::p[@id="${id}"]`).textContent()) ?? "";
}

test("a visitor orders a call from the first screen: what is wrong is said, nothing typed is lost, and it is there", {
  timeout: 60_000,
}, async () => {
  const context = await stage.context();
  await bringAxe(context);
  const visitor = await stage.cameTo(context);
  await visitor.open();
  await visitor.frame.getByRole("button", { name: "Заказать звонок" }).click();
  await heading(visitor, "Заказать звонок").waitFor();
  await phone(visitor).pressSequentially("89120000000");
  expect(await phone(visitor).inputValue()).toBe("+7 912 000-00-00");
  await phone(visitor).fill("+7 000 000-00-00");
  await visitor.frame.getByLabel(/^Номер заказа/).fill("1724");
  await send(visitor).click();
  await visitor.frame.getByText(inRequests("request.wrong.consent")).waitFor();
  await visitor.frame.getByRole("checkbox").check();
  expect(await hindrances(panelOf(visitor.page)), "a form").toEqual([]);
  await send(visitor).click();
  await visitor.frame.getByText(inRequests("request.wrong.phone")).waitFor();
  expect(await wrongBy(phone(visitor))).toBe(inRequests("request.wrong.phone"));
  expect(await phone(visitor).evaluate((field) => field === document.activeElement)).toBe(true);

  await visitor.page.reload();
  await heading(visitor, "Заказать звонок").waitFor();
  expect(await visitor.frame.getByLabel(/^Номер заказа/).inputValue()).toBe("1724");
  await phone(visitor).fill("+7 342 212-34-56");
  await pickTime(visitor);
  await time(visitor, 1).check();
  await send(visitor).click();
  await visitor.frame.getByRole("heading", { name: inRequests("request.sent.call") }).waitFor();
  await visitor.frame.getByText(/Позвоним .*, с .* до .*\+7 342 212-34-56/).waitFor();
  expect(await hindrances(panelOf(visitor.page)), "sent").toEqual([]);
  const [order] = await left("3422123456");
  expect(order?.zone).toBe("Asia/Yekaterinburg");
  expect(order?.at).not.toBeNull();
});

test("who was slower is offered the next free times, on a button of the page's own", { timeout: 60_000 }, async () => {
  const kind = made.get("call") ?? "";
  const [slow, fast] = [await stage.visitor(), await stage.visitor()];
  for (const visitor of [slow, fast]) {
    await pressOwnButton(visitor.page, kind);
    await heading(visitor, "Заказать звонок").waitFor();
    await phone(visitor).fill(visitor === slow ? "+7 342 212-11-11" : "+7 342 212-22-22");
    await visitor.frame.getByRole("checkbox").check();
    await pickTime(visitor);
    await time(visitor, 3).check();
  }
  await send(fast).click();
  await fast.frame.getByRole("heading", { name: inRequests("request.sent.call") }).waitFor();
  await send(slow).click();
  await slow.frame.getByText(inRequests("request.taken")).waitFor();
  await slow.frame
    .getByRole("radio", { name: /, \d+:\d\d/ })
    .first()
    .check();
  await send(slow).click();
  await slow.frame.getByRole("heading", { name: inRequests("request.sent.call") }).waitFor();
  const times = [...(await left("3422121111")), ...(await left("3422122222"))].map(({ at }) => at);
  expect(new Set(times).size).toBe(2);
});

test("a browser without scripts orders a call on a page of its own", { timeout: 60_000 }, async () => {
  const administration = await stage.administration();
  const [site] = await administration.send<{ key: string }[]>("GET", "/api/sites");
  const context = await stage.context({ scripts: false });
  const page = await context.newPage();
  await page.goto(`${stage.server.address}/request/${site?.key}`);
  await page.getByRole("link", { name: "Заказать звонок" }).click();
  await page.getByLabel("Ваш телефон").fill("+7 000 000-00-00");
  await page.getByLabel(/^Номер заказа/).fill("1725");
  await page.getByLabel(/Согласен/).check();
  await page.getByLabel("Другой часовой пояс").selectOption("Asia/Vladivostok");
  await page.getByRole("button", { name: "Показать его время" }).click();
  await page.getByText(/время здесь ваше: UTC\+10:00/).waitFor();
  await page.getByLabel("Когда позвонить").selectOption({ index: 4 });
  await submit(page);
  await page.getByText("Проверьте: такого номера нет.", { exact: false }).waitFor();
  expect(await page.getByLabel(/^Номер заказа/).inputValue()).toBe("1725");
  expect(await page.getByLabel(/Согласен/).isChecked()).toBe(true);
  await page.getByLabel("Ваш телефон").fill("+7 423 222-33-44");
  await submit(page);
  await page.getByRole("heading", { name: "Звонок заказан" }).waitFor();
  await page
    .getByRole("status")
    .getByText(/UTC\+10:00/)
    .waitFor();
  expect(await left("4232223344")).toMatchObject([{ zone: "Asia/Vladivostok" }]);
});

/** Sends the form; what a machine fills in faster than people is sent again, as the page asks. */
async function submit(page: Page): Promise<void> {
  const tooFast = page.getByText(/слишком быстро/);
  do {
    await page.locator("form p:last-child button").click();
    await page.waitForLoadState();
  } while (await tooFast.isVisible());
}
