import type { Browser } from "playwright-core";
import { en as invitingEn } from "../../frontend/widget/loader/later/messages/en";
import { ru as invitingRu } from "../../frontend/widget/loader/later/messages/ru";
import { Administration } from "../field/administration";
import { person } from "../field/browser";
import { type Account, administrator, type Server } from "../field/server";
import { Visitor } from "../field/visitor";
import { wordsOf } from "../field/words";
import type { Album } from "./album";
import { add, atWork, type Scene } from "./scene";
import { localeOf } from "./story";
import { texts } from "./texts";

/** Questions put to somebody with a deadline, handed over, taken over and let go, on a server of their own. */
export async function photographHanding(browser: Browser, server: Server, album: Album): Promise<void> {
  for (const language of ["ru", "en"] as const) {
    const administration = await Administration.begin(await person(browser), server.address, administrator);
    const [name, title] = language === "ru" ? ["Анна Лебедева", "Консультант"] : ["Anna Lebedeva", "Consultant"];
    await administration.send("PUT", "/api/me", { name, title, theme: "system", locale: language });
    const scene = { browser, server, album, language, administration };
    const colleague = await administration.addOperator(language === "ru" ? "Павел Гуляев" : "Paul Green", "supervisor");
    await inviting(scene);
    await handing(scene, colleague);
    await missing(scene);
  }
}

async function inviting(scene: Scene): Promise<void> {
  const { administration, language, server, browser } = scene;
  const [site] = await administration.send<{ id: string }[]>("GET", "/api/sites");
  const path = `/api/sites/${site?.id}/invitations`;
  const { rules } = await administration.send<{ rules: object[] }>("GET", path);
  const soon = rules.map((rule) => ({ ...rule, conditions: [{ kind: "onPage", seconds: 2 }] }));
  await administration.send("PUT", path, { rules: soon });
  const operator = await atWork(scene, administrator);
  const context = await person(browser, { locale: localeOf(language) });
  const page = await context.newPage();
  await page.goto(`${server.address}${texts[language].shop}`);
  await page.getByRole("region", { name: { ru: invitingRu, en: invitingEn }[language].invitation }).waitFor();
  await add(scene, page, "widget-invitation");
  await administration.send("PUT", path, { rules });
  await context.close();
  await operator.page.context().close();
}

async function handing(scene: Scene, account: Account): Promise<void> {
  const said = texts[scene.language];
  const words = wordsOf(scene.language);
  await rule(scene, 900);
  const anna = await atWork(scene, administrator);
  const visitor = await asks(scene, said.question);
  await anna.ask(said.question).waitFor();
  await add(scene, anna.page, "offer-card");
  await add(scene, visitor.page, "widget-queue");
  await anna.row(said.question).click();
  await anna.sees(said.question);
  await add(scene, anna.page, "offer-open");
  await anna.press("action.take");
  await anna.answer(said.answer);

  const paul = await atWork(scene, account);
  const name = await paul.name();
  await anna.press("action.handOver");
  const dialog = anna.page.getByRole("dialog");
  await dialog.getByRole("radio", { name }).click();
  await dialog.getByRole("textbox", { name: words.console("handOver.note") }).fill(said.note);
  await dialog.getByText(words.console("handOver.ask")).click();
  await add(scene, anna.page, "hand-over");
  await dialog.getByRole("button", { name: words.console("action.handOver") }).click();
  const yes = visitor.frame.getByRole("button", { name: words.panel("consent.yes") });
  await yes.waitFor();
  await add(scene, visitor.page, "widget-consent");
  await yes.click();
  await paul.ask(said.note).waitFor();
  await add(scene, paul.page, "hand-over-card");
  await add(scene, anna.page, "hand-over-awaited");
  await paul.takeAsked(said.note);
  await visitor.sees(words.panel("notice.joinedNext", { name }));
  await add(scene, visitor.page, "widget-handed-over");
  await anna.page.getByText(words.console("standing.owner", { name })).waitFor();
  await add(scene, anna.page, "console-colleague");
  await anna.press("action.takeOver");
  await anna.page.getByRole("dialog").waitFor();
  await add(scene, anna.page, "take-over");
  await paul.press("action.close");
  await Promise.all([anna, paul, visitor].map(({ page }) => page.context().close()));
}

/** Who lets two questions go is set away; what waits too long is said. */
async function missing(scene: Scene): Promise<void> {
  const { administration, language } = scene;
  const said = texts[language];
  const anna = await atWork(scene, administrator);
  const settings = await administration.send<{ company: string; demo: boolean }>("GET", "/api/settings");
  const lateAfter = (after: number, warning: number) => {
    const { company, demo } = settings;
    return administration.send("PUT", "/api/settings", {
      company,
      demo,
      lateAfterMinutes: after,
      lateWarningMinutes: warning,
    });
  };
  await lateAfter(2, 1);
  await rule(scene, 900);
  await anna.page.reload();
  const visitor = await asks(scene, said.more);
  await anna.takeAsked(said.more);
  await anna.field.press("Escape");
  await anna.page.keyboard.press("Shift+KeyO");
  const notice = anna.page.getByRole("status", { name: wordsOf(language).console("late.region") });
  await notice.waitFor({ timeout: 90_000 });
  await add(scene, anna.page, "late-notice");
  await lateAfter(5, 2);
  await notice.getByRole("button").first().click();
  await anna.answer(said.link);
  await anna.press("action.close");

  await rule(scene, 5);
  const second = await asks(scene, said.waiting);
  await anna.asks.getByRole("alert").waitFor({ timeout: 60_000 });
  await add(scene, anna.page, "away-notice");
  await rule(scene, 900);
  await anna.asks
    .getByRole("alert")
    .getByRole("button", { name: wordsOf(language).console("away.return") })
    .click();
  await anna.takeAsked(said.waiting);
  await anna.sees(said.waiting);
  await anna.answer(said.answer);
  await anna.press("action.close");
  await Promise.all([anna, visitor, second].map(({ page }) => page.context().close()));
}

async function rule({ administration }: Scene, offerSeconds: number): Promise<void> {
  const [site] = await administration.send<{ id: string }[]>("GET", "/api/sites");
  await administration.send("PUT", `/api/sites/${site?.id}/routing`, {
    mode: "automatic",
    choice: "in_turn",
    offerSeconds,
    graceSeconds: 60,
    silenceMinutes: 10,
    overflow: null,
    overflowSeconds: 120,
    priority: 0,
  });
}

async function asks({ browser, server, language }: Scene, question: string): Promise<Visitor> {
  const context = await person(browser, { locale: localeOf(language) });
  const page = await context.newPage();
  await page.goto(`${server.address}${texts[language].shop}`);
  const visitor = new Visitor(page, language);
  await visitor.open();
  await visitor.write(question);
  return visitor;
}
