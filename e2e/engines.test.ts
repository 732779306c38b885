import type { Browser } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { signIn } from "./field/browser";
import { Customer } from "./field/customer";
import { firefoxPerson, openFirefox, placeOfFirefox } from "./field/engines";
import { Operator } from "./field/operator";
import { Stage } from "./field/stage";
import { placeOfWebKit, WebKit, WebKitVisitor } from "./field/webkit";
import { inPanel } from "./field/words";

const stage = new Stage();
let firefox: Browser | undefined;
let webkit: WebKit | undefined;

afterAll(async () => {
  await Promise.all([firefox?.close(), webkit?.close()]);
});

/** What a conversation needs of a visitor, whichever way the browser is driven. */
interface Asking {
  open(): Promise<void>;
  collapse(): Promise<void>;
  reload(): Promise<void>;
  write(text: string): Promise<void>;
  sees(text: string): Promise<void>;
  ticked(text: string, progress: "stored" | "shown"): Promise<void>;
  unread(count: number): Promise<void>;
}

/** One conversation as it goes every day: asked, taken, answered, over a reload, and with the window closed. */
async function converse(asking: Asking, operator: Operator): Promise<void> {
  await asking.open();
  await asking.write("Возьмёт ли лопата глину?");
  await asking.ticked("Возьмёт ли лопата глину?", "stored");
  await operator.take("Возьмёт ли лопата глину?");
  await asking.ticked("Возьмёт ли лопата глину?", "shown");
  await answers(operator, "It does.");
  await asking.sees("It does.");
  await operator.ticked("It does.", "shown");
  await asking.reload();
  await asking.sees("It does.");
  await asking.collapse();
  await answers(operator, "Anything else?");
  await asking.unread(1);
  await asking.open();
  await asking.sees("Anything else?");
  await asking.write("Нет, спасибо!");
  await operator.sees("Нет, спасибо!");
}

/** By real strokes of keys: where BiDi puts a text in at once, React takes it for its own and hears nothing. It has no keys for Russian letters. */
async function answers(operator: Operator, text: string): Promise<void> {
  await operator.field.pressSequentially(text);
  await operator.field.press("Enter");
  await operator.sees(text);
}

test.skipIf(placeOfFirefox === undefined)("in Firefox a visitor asks and an operator answers", async () => {
  firefox = await openFirefox(placeOfFirefox as string);
  const desk = stage.watch(await firefoxPerson(firefox));
  await signIn(desk, stage.server.address);
  const operator = new Operator(await desk.newPage());
  await operator.page.goto(stage.server.address);
  await operator.atWork();
  const visitor = await stage.cameTo(stage.watch(await firefoxPerson(firefox)));

  await converse(Object.assign(visitor, { reload: async () => void (await visitor.page.reload()) }), operator);
  await visitor.sees(inPanel("notice.joined", { name: await operator.name() }));
  expect(await visitor.message("It does.").count()).toBe(1);
});

test.skipIf(placeOfWebKit === undefined)(
  "in WebKit a visitor asks from a customer's page and is answered",
  async () => {
    webkit = await WebKit.open(placeOfWebKit as string);
    const operator = await stage.operator();
    const customer = await Customer.open(stage.server.address, { strict: false });
    try {
      const administration = await stage.administration();
      customer.key = (await administration.addSite({ name: "Сайт для Safari", origins: [customer.origin] })).key;
      await webkit.goto(customer.origin);
      await converse(new WebKitVisitor(webkit), operator);
    } finally {
      await customer.close();
    }
  },
);
