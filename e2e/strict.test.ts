import type { BrowserContext, Frame } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Customer } from "./field/customer";
import { type Forbidden, guardedBrowser } from "./field/guarded";
import { Stage } from "./field/stage";

const stage = new Stage({}, true);
let customer: Customer;

beforeAll(async () => {
  customer = await Customer.open(stage.server.address);
});
afterAll(() => customer.close());

test("a page with the strictest policy, on another site than ours, carries a conversation", async () => {
  customer.key = await keyOf(customer);
  const context = await stage.context();
  await converses(context, "Пускает ли вас политика?", { keeps: false });
});

test.each<{ forbidden: Forbidden; lasts: boolean }>([
  { forbidden: "third parties", lasts: true },
  { forbidden: "everything", lasts: false },
])("a browser that keeps nothing of $forbidden carries a conversation", async ({ forbidden, lasts }) => {
  customer.key = await keyOf(customer);
  const context = stage.watch(await guardedBrowser(forbidden));
  const question = `Хранить нельзя: ${forbidden}`;
  const visitor = await converses(context, question, { keeps: false });
  if (lasts) {
    await visitor.page.reload();
    await visitor.sees(question);
    await visitor.ticked(question, "shown");
  }
});

test("a browser older than the window is led to the page without scripts", async () => {
  const context = await stage.context();
  await context.addInitScript(() => Object.assign(URL, { canParse: undefined }));
  const visitor = await stage.cameTo(context);
  await visitor.button.click();
  const link = visitor.frame.getByRole("link", { name: "Написать нам на простой странице" });
  const opened = context.waitForEvent("page");
  await link.click();
  const plain = await opened;
  await plain.getByRole("textbox").first().waitFor();
  expect(new URL(plain.url()).pathname).toMatch(/^\/plain\/[\w-]+$/);
});

/** A site of its own for the customer's origin. */
async function keyOf({ origin }: Customer): Promise<string> {
  const administration = await stage.administration();
  const { key } = await administration.addSite({ name: "Строгий сайт", origins: [origin] });
  return key;
}

async function converses(context: BrowserContext, question: string, { keeps }: { keeps: boolean }) {
  const operator = await stage.operator();
  const visitor = await stage.cameTo(context, customer.origin);
  await visitor.open();
  const frame = visitor.page.frames().find((each) => each.url().includes("/panel/"));
  expect(await canKeep(frame)).toBe(keeps);
  await visitor.write(question);
  await operator.take(question);
  await operator.answer("Слышим и отвечаем");
  await visitor.sees("Слышим и отвечаем");
  await visitor.ticked(question, "shown");
  return visitor;
}

/** Whether the browser lets the frame keep anything: the test is worth nothing where it does. */
function canKeep(frame: Frame | undefined): Promise<boolean | undefined> {
  return Promise.resolve(
    frame?.evaluate(() => {
      try {
        return localStorage.length >= 0;
      } catch {
        return false;
      }
    }),
  );
}
