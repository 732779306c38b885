import { createDecipheriv, createECDH, hkdfSync } from "node:crypto";
import { createServer, type Server as HttpServer, type IncomingMessage } from "node:http";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bringAxe, hindrances } from "./field/axe";
import { Customer } from "./field/customer";
import { Stage } from "./field/stage";
import type { Visitor } from "./field/visitor";
import { inNotify, inPanel, inPanelLater } from "./field/words";

/** A push service of our own: the makers' are out of a test's reach. */
const service = createServer();
const port = 18_000 + Math.floor(Math.random() * 2_000);
const endpoint = `http://127.0.0.1:${port}/push/1`;
const stage = new Stage({ BESEDA_PUSH_SERVICES: `http://127.0.0.1:${port}` }, true);

beforeAll(async () => {
  await new Promise<void>((resolve) => service.listen(port, "127.0.0.1", resolve));
});
afterAll(() => service.close());

const browser = createECDH("prime256v1");
browser.generateKeys();
const secret = Buffer.alloc(16, 7);

/** The next request of our server, with its body. */
function pushed(from: HttpServer): Promise<{ request: IncomingMessage; body: Buffer }> {
  return new Promise((resolve) => {
    from.once("request", (request, response) => {
      const pieces: Buffer[] = [];
      request.on("data", (piece: Buffer) => pieces.push(piece));
      request.on("end", () => {
        response.writeHead(201).end();
        resolve({ request, body: Buffer.concat(pieces) });
      });
    });
  });
}

/** Opens an envelope as the browser does (RFC 8291). */
function opened(body: Buffer): unknown {
  const [salt, point, sealed] = [body.subarray(0, 16), body.subarray(21, 86), body.subarray(86)];
  const derive = (material: Uint8Array, with_: Uint8Array, info: Buffer, length: number) =>
    Buffer.from(hkdfSync("sha256", material, with_, info, length));
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), browser.getPublicKey(), point]);
  const shared = derive(browser.computeSecret(point), secret, info, 32);
  const key = derive(shared, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = derive(shared, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
  const cipher = createDecipheriv("aes-128-gcm", key, nonce);
  cipher.setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
  return JSON.parse(plain.subarray(0, -1).toString());
}

/** The browser's own push service is ours; everything else of it is real. */
async function withOurService(context: BrowserContext): Promise<void> {
  const keys = { p256dh: browser.getPublicKey("base64url"), auth: secret.toString("base64url") };
  await context.addInitScript(
    ([address, known]) => {
      PushManager.prototype.subscribe = async () =>
        ({ endpoint: address, toJSON: () => ({ endpoint: address, keys: known }) }) as unknown as PushSubscription;
    },
    [endpoint, keys] as const,
  );
}

async function asking(visitor: Visitor): Promise<Page> {
  await visitor.frame.getByRole("button", { name: inPanel("menu.open") }).click();
  const opening = visitor.page.waitForEvent("popup");
  await visitor.frame.getByRole("menuitemcheckbox", { name: inPanelLater("notify.menu"), checked: false }).click();
  return opening;
}

test("who has left the site is told of the answer by the browser, until it is switched off", async () => {
  const operator = await stage.operator();
  const administration = await stage.administration();
  const customer = await Customer.open(stage.server.address);
  const site = await administration.addSite({ name: "Лавка", origins: [customer.origin] });
  customer.key = site.key;
  const context = await stage.context();
  await bringAxe(context);
  await context.grantPermissions(["notifications"], { origin: stage.server.address });
  await withOurService(context);
  const visitor = await stage.cameTo(context, customer.origin);
  await visitor.open();
  await visitor.write("Есть ли грабли?");
  await operator.take("Есть ли грабли?");

  const popup = await asking(visitor);
  await popup.getByRole("button", { name: inNotify("notify.allow") }).waitFor();
  // As the new window takes the focus the menu closes; a reload asks again.
  await visitor.frame.locator("body").evaluate(() => window.dispatchEvent(new Event("blur")));
  await visitor.frame.getByRole("menu").waitFor({ state: "hidden" });
  await popup.reload();
  await popup.getByRole("button", { name: inNotify("notify.allow") }).waitFor();
  expect(await hindrances(popup)).toEqual([]);
  await popup.getByRole("button", { name: inNotify("notify.allow") }).click();
  await popup.getByText(inNotify("notify.done")).waitFor();
  await popup.close();
  await visitor.frame.getByRole("button", { name: inPanel("menu.open") }).click();
  await visitor.frame.getByRole("menuitemcheckbox", { name: inPanelLater("notify.menu"), checked: true }).waitFor();

  const page = visitor.page.url();
  const told = pushed(service);
  await visitor.page.goto("about:blank");
  await operator.answer("Есть, и <b>веерные</b> тоже.");
  const { request, body } = await told;
  expect(request.headers).toMatchObject({ "content-encoding": "aes128gcm", urgency: "high" });
  expect(request.headers.authorization).toMatch(/^vapid t=\S+, k=\S+$/);
  const words = opened(body) as { title: string; body: string; page: string };
  expect(words).toMatchObject({ body: "Есть, и <b>веерные</b> тоже.", page });
  expect(words.title).not.toBe("");

  const back = await stage.cameTo(context, customer.origin);
  await back.open();
  await back.sees("Есть, и <b>веерные</b> тоже.");
  await back.frame.getByRole("button", { name: inPanel("menu.open") }).click();
  await back.frame.getByRole("menuitemcheckbox", { name: inPanelLater("notify.menu"), checked: true }).click();
  await back.frame.getByRole("menuitemcheckbox", { name: inPanelLater("notify.menu"), checked: false }).waitFor();
  await customer.close();
});

test("a notification shows what was said, and a browser that refuses is told how to change that", async () => {
  const context = await stage.context();
  await context.grantPermissions(["notifications"], { origin: stage.server.address });
  await withOurService(context);
  const visitor = await stage.cameTo(context);
  await visitor.open();
  await visitor.write("Есть ли лейки?");
  const popup = await asking(visitor);
  await popup.getByRole("button", { name: inNotify("notify.allow") }).click();
  await popup.getByText(inNotify("notify.done")).waitFor();
  const devtools = await context.newCDPSession(popup);
  const registered = new Promise<string>((resolve) => {
    devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL.endsWith("/notify/"));
      if (ours) resolve(ours.registrationId);
    });
  });
  await devtools.send("ServiceWorker.enable");
  const told = { title: "Анна", body: "Есть: <i>5 л</i>", page: stage.server.address, tag: "a" };
  await popup.evaluate(() => navigator.serviceWorker.ready);
  await devtools.send("ServiceWorker.deliverPushMessage", {
    origin: stage.server.address,
    registrationId: await registered,
    data: JSON.stringify(told),
  });
  await expect
    .poll(() =>
      popup.evaluate(async () => {
        const shown = await (await navigator.serviceWorker.ready).getNotifications();
        return shown.map(({ title, body }) => `${title}: ${body}`);
      }),
    )
    .toEqual(["Анна: Есть: <i>5 л</i>"]);
  await popup.close();

  const other = await stage.visitor();
  await other.open();
  await other.write("А вёдра?");
  await other.page.context().clearPermissions();
  await other.page.context().addInitScript(() => {
    Notification.requestPermission = async () => "denied";
  });
  const refused = await asking(other);
  await refused.getByRole("button", { name: inNotify("notify.allow") }).click();
  await refused.getByRole("alert").getByText(inNotify("notify.denied")).waitFor();
});
