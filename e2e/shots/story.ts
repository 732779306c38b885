import type { Browser, BrowserContext } from "playwright-core";
import { Administration } from "../field/administration";
import { person } from "../field/browser";
import { Operator } from "../field/operator";
import { demoAdministrator, type Server } from "../field/server";
import { Visitor } from "../field/visitor";
import { longest, longName, type Texts, texts } from "./texts";

/** Conversations whose pictures are wanted, as ids. */
export interface Story {
  readonly waiting: string;
  readonly mine: string;
  readonly closed: string;
  /** With a name of 64 characters and a message of 4,000. */
  readonly long: string;
}

/** Plays the conversations of one language as people would and leaves the visitors on the site. */
export async function play(browser: Browser, server: Server, language: "ru" | "en"): Promise<Story> {
  const words = texts[language];
  const context = await person(browser);
  const operator = new Operator(await context.newPage());
  await operator.signIn(server.address, demoAdministrator);
  const visitor = async () => comes(await person(browser, { locale: localeOf(language) }), server, words);

  const closed = await answered(operator, await visitor(), words.closed, words.closedAnswer);
  await operator.press("action.close");

  const mine = await mineOf(operator, await visitor(), words);

  const talkative = await visitor();
  await talkative.write(longest(words.paragraph));
  await operator.row(words.paragraph.trim()).first().click();
  await operator.press("action.take");
  const long = idOf(operator);
  await rename(browser, server, long, longName(words.name));

  const asking = await visitor();
  await asking.write(words.waiting);
  await asking.ticked(words.waiting, "stored");
  await operator.row(words.waiting).click();
  await operator.sees(words.waiting);
  const waiting = idOf(operator);
  await context.close();
  return { waiting, mine, closed, long };
}

export const localeOf = (language: "ru" | "en") => (language === "ru" ? "ru-RU" : "en-GB");

export async function comes(context: BrowserContext, server: Server, words: Texts): Promise<Visitor> {
  const page = await context.newPage();
  await page.goto(`${server.address}${words.shop}`);
  const visitor = new Visitor(page, words === texts.ru ? "ru" : "en");
  await visitor.open();
  return visitor;
}

async function answered(operator: Operator, visitor: Visitor, question: string, answer: string): Promise<string> {
  await visitor.write(question);
  await operator.take(question);
  await operator.answer(answer);
  await visitor.sees(answer);
  return idOf(operator);
}

async function mineOf(operator: Operator, visitor: Visitor, words: Texts): Promise<string> {
  await visitor.write(words.question);
  await visitor.write(words.more);
  await operator.take(words.more);
  await operator.note(words.note);
  await operator.answer(words.answer);
  await visitor.sees(words.answer);
  await visitor.write(words.thanks);
  await operator.sees(words.thanks);
  return idOf(operator);
}

function idOf(operator: Operator): string {
  return new URL(operator.page.url()).pathname.split("/").at(-1) ?? "";
}

async function rename(browser: Browser, server: Server, conversation: string, name: string): Promise<void> {
  const context = await person(browser);
  const administration = await Administration.begin(context, server.address, demoAdministrator);
  const { visitor } = await administration.send<{ visitor: { id: string } }>(
    "GET",
    `/api/conversations/${conversation}`,
  );
  await administration.send("PUT", `/api/visitors/${visitor.id}`, { name, email: null, phone: null });
  await context.close();
}
