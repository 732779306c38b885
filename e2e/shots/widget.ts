import { person, signIn } from "../field/browser";
import { Operator } from "../field/operator";
import { demoAdministrator } from "../field/server";
import { OwnWindow, Visitor } from "../field/visitor";
import { Weather } from "../field/weather";
import { wordsOf } from "../field/words";
import { lookOf } from "./entry";
import type { Studio } from "./session";
import { longest, texts } from "./texts";

/** The visitor's side on the demo shop: the button, the window in its states, the window in a tab of its own. */
export async function photographWidget({ browser, server, album, seen }: Studio): Promise<void> {
  const said = texts[seen.language];
  const words = wordsOf(seen.language);
  const desk = await person(browser);
  await signIn(desk, server.address, demoAdministrator);
  const operator = new Operator(await desk.newPage());
  await operator.page.goto(server.address);
  await operator.atWork();
  const context = await person(browser, lookOf(seen));
  const weather = await Weather.begin(() => server.address);
  const page = await context.newPage();
  const visitor = new Visitor(page, seen.language);

  await page.goto(`${weather.address}${said.shop}`);
  await visitor.button.waitFor();
  await album.add(page, "widget-button", seen);
  await visitor.open();
  await album.add(page, "widget-empty", seen);

  await visitor.write(said.question);
  await visitor.ticked(said.question, "stored");
  await album.add(page, "widget-waiting", seen);
  await operator.take(said.question);
  await operator.answer(said.answer);
  await operator.answer(said.link);
  await visitor.log.getByRole("link").waitFor();
  await visitor.write(said.thanks);
  await operator.field.pressSequentially(said.typing);
  await visitor.strip.getByText(words.panel("typing.person", { name: await operator.name() })).waitFor();
  await album.add(page, "widget-conversation", seen);
  await operator.field.fill("");

  await visitor.frame.getByRole("button", { name: words.panel("menu.open") }).click();
  await album.add(page, "widget-menu", seen);
  await page.keyboard.press("Escape");
  if (!seen.phone) await ownWindow({ album, seen }, visitor);
  if (seen.phone) await visitor.collapse();
  await operator.answer(said.closedAnswer);
  await visitor.unread(1);
  await album.add(page, "widget-unread", seen);
  await visitor.open();

  weather.turn("cut");
  await visitor.write(said.more);
  await visitor.strip.getByText(words.panel("line.lost")).waitFor();
  await album.add(page, "widget-lost", seen);
  weather.turn("fair");
  await visitor.ticked(said.more, "shown");

  await visitor.write(longest(said.paragraph));
  await visitor.field.fill(`${longest(said.paragraph)}!!`);
  await album.add(page, "widget-long", seen);
  await visitor.field.fill("");
  await operator.press("action.close");
  await operator.page.getByRole("dialog").getByRole("button").last().click();
  await visitor.sees(words.panel("notice.closed"));
  await album.add(page, "widget-closed", seen);

  await page.goto(`${server.address}/panel/?site=unknown`);
  await page.getByRole("heading", { name: words.panel("blocked.title") }).waitFor();
  await album.add(page, "widget-blocked", seen);
  await Promise.all([context.close(), desk.close(), weather.end()]);
}

/** The window of its own, which leaves the page's one collapsed. */
async function ownWindow({ album, seen }: Pick<Studio, "album" | "seen">, visitor: Visitor): Promise<void> {
  const words = wordsOf(seen.language);
  await visitor.frame.getByRole("button", { name: words.panel("menu.open") }).click();
  const opening = visitor.page.waitForEvent("popup");
  await visitor.frame.getByRole("menuitem", { name: words.more("menu.window") }).click();
  const own = new OwnWindow(await opening, seen.language);
  await own.page.setViewportSize({ width: 400, height: 640 });
  await own.sees(texts[seen.language].thanks);
  await album.add(own.page, "widget-window", seen);
  await own.page.close();
  await visitor.window.waitFor({ state: "hidden" });
}
