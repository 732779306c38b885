import type { Locator, Page } from "playwright-core";
import { type Account, administrator } from "./server";
import type { Progress } from "./visitor";
import { type Language, wordsOf } from "./words";

/** Somebody at the console. */
export class Operator {
  private readonly words;

  constructor(
    readonly page: Page,
    language: Language = "ru",
  ) {
    this.words = wordsOf(language).console;
  }

  /** Through the sign-in page, as people do. */
  async signIn(address: string, { email, password }: Account = administrator): Promise<void> {
    await this.page.goto(address);
    await this.page.getByRole("textbox", { name: this.words("field.email") }).fill(email);
    await this.page.getByRole("textbox", { name: this.words("field.password") }).fill(password);
    await this.press("signIn.submit");
    await this.atWork();
  }

  /** Waits for the console to be there and on line. */
  async atWork(): Promise<void> {
    await this.list.getByText(this.words("section.mineEmpty")).or(this.list.getByRole("link")).first().waitFor();
  }

  async signOut(): Promise<void> {
    await this.me.click();
    await this.page.getByRole("menuitem", { name: this.words("action.signOut") }).click();
    await this.page.getByRole("button", { name: this.words("signIn.submit") }).waitFor();
  }

  get me(): Locator {
    return this.page.getByRole("button", { name: this.words("me.menu", { name: "" }).trim() });
  }

  get list(): Locator {
    return this.page.getByRole("region", { name: this.words("shell.conversations") });
  }

  /** The conversation of the list whose last words these are. */
  row(text: string): Locator {
    return this.list.getByRole("link").filter({ hasText: text });
  }

  get log(): Locator {
    return this.page.getByRole("log", { name: this.words("pane.log") });
  }

  get field(): Locator {
    return this.page.getByRole("textbox", { name: this.words("editor.answer") });
  }

  get noteField(): Locator {
    return this.page.getByRole("textbox", { name: this.words("editor.note") });
  }

  /** What is put to this operator with a deadline. */
  get asks(): Locator {
    return this.page.getByRole("region", { name: this.words("ask.region") });
  }

  /** The card of what is put to this operator, by the words of the question. */
  ask(text: string): Locator {
    return this.asks.getByRole("article").filter({ hasText: text });
  }

  async takeAsked(text: string): Promise<void> {
    await this.ask(text)
      .getByRole("button", { name: new RegExp(`^(${this.words("action.take")}|${this.words("ask.accept")}): `) })
      .click();
  }

  async refuseAsked(text: string): Promise<void> {
    await this.ask(text)
      .getByRole("button", { name: this.words("ask.refuse") })
      .click();
  }

  button(label: ButtonLabel): Locator {
    return this.page.getByRole("button", { name: this.words(label), exact: true });
  }

  async press(label: ButtonLabel): Promise<void> {
    await this.button(label).click();
  }

  /** Opens the conversation with these last words and takes it. */
  async take(text: string): Promise<void> {
    await this.row(text).click();
    await this.sees(text);
    await this.press("action.take");
    await this.field.waitFor();
  }

  async answer(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press("Enter");
    await this.sees(text);
  }

  async note(text: string): Promise<void> {
    if (!(await this.noteField.isVisible()))
      await this.page.getByText(this.words("editor.modeNote"), { exact: true }).click();
    await this.noteField.fill(text);
    await this.noteField.press("Enter");
    await this.sees(text);
  }

  /** The bubble with exactly this text, behind the hidden name of who said it. */
  message(text: string): Locator {
    return this.log.getByText(new RegExp(`(^|: )${text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`));
  }

  /** Waits until the last of neighbouring own messages has come so far. */
  async ticked(text: string, progress: Progress): Promise<void> {
    await this.message(text)
      .locator("xpath=ancestor::*[@data-side]")
      .getByRole("img", { name: this.words(`tick.${progress}`) })
      .waitFor();
  }

  /** The name under which visitors know this operator. */
  async name(): Promise<string> {
    const answer = await this.page.request.get(new URL("/api/session", this.page.url()).href);
    return ((await answer.json()) as { operator: { name: string } }).operator.name;
  }

  async sees(text: string): Promise<void> {
    await this.message(text).waitFor();
  }
}

type ButtonLabel =
  | "signIn.submit"
  | "action.take"
  | "action.giveBack"
  | "action.close"
  | "action.handOver"
  | "action.takeOver"
  | "editor.send"
  | "format.switch"
  | "setup.submit"
  | "snippet.open"
  | "invitation.submit"
  | "secondFactor.turnOn"
  | "secondFactor.confirm"
  | "secondFactor.kept"
  | "secondFactor.turnOff"
  | "common.save"
  | "common.retry"
  | "pane.back";
