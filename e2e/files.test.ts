import type { FrameLocator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { picture, widthOf } from "./field/picture";
import { Stage } from "./field/stage";
import { inConsole, inPanel } from "./field/words";

const stage = new Stage();

const chosen = (page: Page | FrameLocator) => page.locator('input[type="file"]');

test("files go both ways: pictures are seen, others downloaded, a broken network goes on where it was", async () => {
  const operator = await stage.operator();
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write("Посмотрите чек");
  await operator.take("Посмотрите чек");

  // The first piece goes nowhere: the file waits, and goes on by itself.
  let lost = 0;
  await visitor.page.route(/\/api\/visitor\/.*offset=/, (route) =>
    lost++ === 0 ? route.abort("connectionreset") : route.continue(),
  );
  const table = Buffer.from(`товар;цена\n${"лопата;100\n".repeat(60_000)}`);
  await chosen(visitor.frame).setInputFiles([
    { name: "чек <1>.png", mimeType: "image/png", buffer: picture() },
    { name: "../цены.csv", mimeType: "text/csv", buffer: table },
  ]);
  await visitor.field.fill("Вот он");
  await visitor.field.press("Enter");
  await visitor.sees("Вот он");
  const photo = visitor.log.getByRole("link", { name: inPanel("files.look", { name: "чек _1_.png" }) });
  await photo.waitFor();
  expect(await widthOf(photo.locator("img"))).toBe(560);
  expect(lost).toBeGreaterThan(2);
  expect(await visitor.field.inputValue()).toBe("");

  const shown = operator.log.getByRole("button", { name: inConsole("files.look", { name: "чек _1_.png" }) });
  expect(await widthOf(shown.locator("img"))).toBe(560);
  await shown.click();
  const viewer = operator.page.getByRole("dialog");
  expect(await widthOf(viewer.getByRole("img", { name: "чек _1_.png" }))).toBe(1200);
  await operator.page.keyboard.press("Escape");
  await viewer.waitFor({ state: "hidden" });
  const coming = operator.page.waitForEvent("download");
  await operator.log.getByRole("link", { name: /цены\.csv/ }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe("цены.csv");

  const address = await photo.getAttribute("href");
  const answer = await visitor.page.request.get(new URL(address ?? "", stage.server.address).href);
  expect(answer.headers()["content-type"]).toBe("image/png");
  expect((await answer.body()).includes("Perm")).toBe(false);
  const stranger = await stage.context();
  const id = address?.split("/").at(-1);
  expect((await stranger.request.get(`${stage.server.address}/api/files/${id}`)).status()).toBe(401);
  expect((await stranger.request.get(`${stage.server.address}/files/${"x".repeat(22)}/${id}`)).status()).toBe(404);

  await chosen(operator.page).setInputFiles({
    name: "гарантия.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4\n%%EOF\n"),
  });
  await operator.press("editor.send");
  const card = visitor.log.getByRole("link", { name: /гарантия\.pdf/ });
  await card.waitFor();
  const file = await visitor.page.request.get(
    new URL((await card.getAttribute("href")) ?? "", stage.server.address).href,
  );
  expect(file.headers()["content-type"]).toBe("application/octet-stream");
  expect(file.headers()["content-disposition"]).toContain("attachment");
});

test("what is not taken is told in words, and the message waits for the visitor's decision", async () => {
  const visitor = await stage.visitor();
  await visitor.open();
  await chosen(visitor.frame).setInputFiles([
    { name: "счёт.pdf.exe", mimeType: "application/pdf", buffer: Buffer.from("MZ\u0000\u0001 program") },
    { name: "пусто.txt", mimeType: "text/plain", buffer: Buffer.alloc(0) },
    { name: "план.txt", mimeType: "text/plain", buffer: Buffer.from("План дома") },
  ]);
  const tray = visitor.frame.getByRole("list", { name: inPanel("files.list") });
  await tray.getByRole("alert").getByText("Файлы такого типа не принимаются").waitFor();
  await tray.getByRole("alert").getByText("Файл пустой").waitFor();
  await visitor.field.fill("Смотрите план");
  for (const name of ["счёт.pdf.exe", "пусто.txt"])
    await tray.getByRole("button", { name: inPanel("files.remove", { name }) }).click();
  await visitor.field.press("Enter");
  await visitor.sees("Смотрите план");
  await visitor.log.getByRole("link", { name: /план\.txt/ }).waitFor();
});

test("the files of a visitor are listed beside the conversation once that is asked for, and lead to their messages", async () => {
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write("Посмотрите план");
  const operator = await stage.operator();
  const { page } = operator;
  const asked: string[] = [];
  page.on("request", (request) => {
    if (/\/api\/visitors\/\d+\/files/.test(request.url())) asked.push(request.url());
  });
  await operator.take("Посмотрите план");
  await chosen(visitor.frame).setInputFiles({
    name: "план.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("грядки"),
  });
  await visitor.field.fill("Вот план");
  await visitor.field.press("Enter");
  await operator.sees("Вот план");
  expect(asked).toEqual([]);

  const card = page.getByRole("complementary", { name: inConsole("visitor.title") });
  await card.getByRole("button", { name: inConsole("visitor.files"), exact: true }).click();
  const row = card.getByRole("listitem").filter({ hasText: "план.txt" });
  await row.getByText(inConsole("visitor.fileOfVisitor")).waitFor();
  expect(
    await row
      .getByRole("link", { name: /план\.txt/ })
      .first()
      .getAttribute("href"),
  ).toMatch(/^\/api\/files\//);
  await row.getByRole("link", { name: inConsole("visitor.fileMessage", { name: "план.txt" }) }).click();
  await operator.log.locator("[data-linked]").getByText("Вот план").waitFor();
});
