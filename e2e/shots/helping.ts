import { crc32, deflateSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { Administration } from "../field/administration";
import { person } from "../field/browser";
import { administrator, type Server } from "../field/server";
import { Visitor } from "../field/visitor";
import { wordsOf } from "../field/words";
import type { Album } from "./album";
import { add, atWork, type Scene } from "./scene";
import { localeOf } from "./story";
import { texts } from "./texts";

const articles = {
  ru: [
    [
      "Возврат",
      "Как вернуть товар",
      "Вернуть можно в течение 14 дней. Привезите чек и сам товар; бензопилу — без бензина.",
    ],
    ["Доставка", "Куда и когда возим", "По городу — каждый день, в садовые товарищества — по четвергам."],
    ["Доставка", "Сколько стоит доставка", "По городу 300 рублей, от 5 000 рублей — бесплатно."],
  ],
  en: [
    [
      "Returns",
      "How to return something",
      "You may return it within 14 days. Bring the receipt; a chainsaw without petrol.",
    ],
    ["Delivery", "Where and when we deliver", "In town every day, to the allotments on Thursdays."],
    ["Delivery", "What delivery costs", "3 pounds in town, free from 50."],
  ],
} as const;

export async function photographHelping(browser: Browser, server: Server, album: Album): Promise<void> {
  for (const language of ["ru", "en"] as const) {
    const administration = await Administration.begin(await person(browser), server.address, administrator);
    await administration.chooseLanguage(language);
    const scene = { browser, server, album, language, administration };
    await knowledge(scene);
    await conversation(scene);
    await notifying(scene);
    await account(scene);
  }
}

async function knowledge(scene: Scene): Promise<void> {
  const { administration, language, server } = scene;
  const operator = await atWork(scene);
  const { page } = operator;
  const words = wordsOf(language).console;
  await page.goto(`${server.address}/knowledge`);
  await page.getByRole("main").getByRole("heading").first().waitFor();
  if (language === "ru") await add(scene, page, "knowledge-empty");
  for (const [folder, title, text] of articles[language]) {
    await administration.send("POST", "/api/articles", {
      audience: "public",
      sites: [],
      language,
      text: { folder, title, document: paragraph(text), version: 0, publish: true },
    });
  }
  await page.reload();
  const [, title] = articles[language][0];
  await page.getByRole("link", { name: title }).first().waitFor();
  await add(scene, page, "knowledge");
  await page.getByLabel(words("knowledge.search")).first().fill(texts[language].wrong);
  await page.waitForLoadState("networkidle");
  await add(scene, page, "knowledge-nothing");
  await page.goto(`${server.address}/knowledge`);
  await page.getByRole("link", { name: title }).first().click();
  await page.getByText(articles[language][0][2]).first().waitFor();
  await add(scene, page, "article");
  await page.context().close();
  const [site] = await administration.send<{ key: string }[]>("GET", "/api/sites");
  const reader = await (await person(scene.browser, { locale: localeOf(language) })).newPage();
  await reader.goto(`${server.address}/help/${site?.key}?lang=${language}`);
  await add(scene, reader, "help");
  await reader.getByRole("link", { name: title }).first().click();
  await reader.getByRole("heading", { name: title }).waitFor();
  await add(scene, reader, "help-article");
  await reader.getByRole("searchbox").fill(texts[language].wrong);
  await reader.getByRole("searchbox").press("Enter");
  await reader.getByRole("main").waitFor();
  await add(scene, reader, "help-nothing");
  await reader.context().close();
}

async function conversation(scene: Scene): Promise<void> {
  const { administration, browser, language, server } = scene;
  const said = texts[language];
  const words = wordsOf(language);
  const [site] = await administration.send<{ id: string }[]>("GET", "/api/sites");
  const wishes = { previews: true, asksPlace: true, suggests: true, rating: "stars" };
  await administration.send("PUT", `/api/sites/${site?.id}/visitors`, wishes);
  const operator = await atWork(scene);
  const context = await person(browser, { locale: localeOf(language) });
  const page = await context.newPage();
  await page.goto(`${server.address}${said.shop}`);
  const visitor = new Visitor(page, language);
  await visitor.open();
  const [, title] = articles[language][0];
  const suggested = visitor.frame.getByRole("button", { name: title });
  await suggested.waitFor();
  await add(scene, page, "widget-articles");
  await suggested.click();
  await visitor.frame.getByRole("dialog", { name: title }).waitFor();
  await add(scene, page, "widget-article");
  await visitor.frame.getByRole("dialog", { name: title }).getByRole("button").first().click();
  await visitor.write(said.question);
  await operator.take(said.question);

  await visitor.frame.locator('input[type="file"]').setInputFiles([
    { name: "glina-u-kalitki.png", mimeType: "image/png", buffer: picture(900, 600) },
    { name: "smeta-2026.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") },
    { name: "setup.exe", mimeType: "application/pdf", buffer: Buffer.from("MZ\u0000\u0001 program") },
  ]);
  const tray = visitor.frame.getByRole("list", { name: words.panel("files.list") });
  await tray.getByRole("alert").first().waitFor();
  await add(scene, page, "widget-files");
  await tray.getByRole("button", { name: words.panel("files.remove", { name: "setup.exe" }) }).click();
  await visitor.write(said.more);
  await visitor.log.getByRole("img", { name: "glina-u-kalitki.png" }).waitFor();
  await add(scene, page, "widget-files-sent");
  await operator.log.getByRole("img", { name: "glina-u-kalitki.png" }).waitFor();
  await add(scene, operator.page, "console-files");
  await operator.log
    .getByRole("button", { name: words.console("files.look", { name: "glina-u-kalitki.png" }) })
    .click();
  await operator.page.getByRole("img", { name: "glina-u-kalitki.png" }).last().waitFor();
  await add(scene, operator.page, "console-picture");
  await operator.page.keyboard.press("Escape");
  await operator.page.locator('input[type="file"]').setInputFiles([
    { name: "smeta-2026.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") },
    { name: "plan.png", mimeType: "image/png", buffer: picture(300, 500) },
  ]);
  await operator.page
    .getByRole("list", { name: words.console("files.list") })
    .getByText("plan.png")
    .waitFor();
  await operator.field.press("Alt+k");
  const beside = operator.page.getByRole("search", { name: words.console("knowledge.beside") });
  await beside.getByRole("combobox").fill(title);
  await beside.getByRole("option", { name: title }).waitFor();
  await add(scene, operator.page, "console-articles");
  await operator.page.keyboard.press("Escape");

  await operator.press("action.close");
  await operator.page.getByRole("dialog").getByRole("button").last().click();
  const rating = visitor.log.getByRole("region", { name: words.panel("rating.title") });
  await rating.waitFor();
  await add(scene, page, "widget-rating");
  await rating.getByRole("radio").nth(3).check();
  await rating.getByRole("textbox").fill(said.thanks);
  await add(scene, page, "widget-rating-said");
  await rating.getByRole("button").last().click();
  await operator.log.getByText(said.thanks).last().waitFor();
  await add(scene, operator.page, "console-rated");
  await Promise.all([context.close(), operator.page.context().close()]);
}

/** What operators set for themselves. */
/** The visitor's menu, and the small window in which the browser is asked to tell of an answer. */
async function notifying(scene: Scene): Promise<void> {
  const { browser, language, server } = scene;
  const context = await person(browser, { locale: localeOf(language) });
  const page = await context.newPage();
  await page.goto(`${server.address}${texts[language].shop}`);
  const visitor = new Visitor(page, language);
  await visitor.open();
  const words = wordsOf(language);
  await visitor.frame.getByRole("button", { name: words.panel("menu.open") }).click();
  const item = visitor.frame.locator('[role="menuitemcheckbox"]:not([disabled])', {
    hasText: words.more("notify.menu"),
  });
  await item.waitFor();
  await add(scene, page, "widget-menu");
  const opening = page.waitForEvent("popup");
  await item.click();
  const asking = await opening;
  await asking.getByRole("button", { name: words.notify("notify.allow") }).waitFor();
  await add(scene, asking, "widget-notify");
  await context.close();
}

async function account(scene: Scene): Promise<void> {
  const operator = await atWork(scene);
  const { page } = operator;
  await page.goto(`${scene.server.address}/settings/me`);
  await page.getByRole("main").getByRole("heading").first().waitFor();
  await page.waitForLoadState("networkidle");
  await add(scene, page, "settings-me-whole");
  await page.context().close();
}

const paragraph = (text: string) => ({ blocks: [{ type: "paragraph", runs: [{ text, marks: [] }] }] });

/** A PNG of so many pixels, from one colour to another. */
function picture(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows.set([(x * 200) / width, 120, (y * 200) / height], y * (1 + width * 3) + 1 + x * 3);
  const parts = [chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...parts]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
