import type { FrameLocator, Locator, Page } from "playwright-core";
import { type Language, wordsOf } from "./words";

export type Progress = "sending" | "stored" | "shown";

/** Somebody on a customer's page: sees the button, opens the window, writes. */
export class Visitor {
  private readonly words;

  constructor(
    readonly page: Page,
    language: Language = "ru",
  ) {
    this.words = wordsOf(language);
  }

  /** The round button; its name tells how much is unread. */
  get button(): Locator {
    return this.page.getByRole("button", { name: this.words.button.chat });
  }

  /** What of the window belongs to the page: the frame tells whether it is shown. */
  get window(): Locator {
    return this.page.locator('iframe[src*="/panel/"]');
  }

  get frame(): FrameLocator | Page {
    return this.window.contentFrame();
  }

  get field(): Locator {
    return this.frame.getByRole("textbox", { name: this.words.panel("composer.label") });
  }

  /** All that was said. */
  get log(): Locator {
    return this.frame.getByRole("log");
  }

  /** The line above the composer: trouble with the connection, or who is typing. */
  get strip(): Locator {
    return this.frame.getByRole("main").getByRole("status").first();
  }

  async open(): Promise<void> {
    await this.button.click();
    await this.window.waitFor();
    await this.field.waitFor();
  }

  async collapse(): Promise<void> {
    await this.frame.getByRole("button", { name: this.words.panel("header.close") }).click();
    await this.window.waitFor({ state: "hidden" });
  }

  async write(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press("Enter");
    await this.message(text).waitFor();
  }

  /** The bubble with exactly this text. */
  message(text: string): Locator {
    return this.log.getByText(text, { exact: true });
  }

  async sees(text: string): Promise<void> {
    await this.message(text).waitFor();
  }

  /** Waits until the own message has come so far. */
  async ticked(text: string, progress: Progress): Promise<void> {
    await this.message(text)
      .locator("xpath=..")
      .getByRole("img", { name: this.words.panel(`tick.${progress}`) })
      .waitFor();
  }

  /** Waits for the button to say how many messages are unread. */
  async unread(count: number): Promise<void> {
    const name =
      count === 0 ? this.words.button.chat : `${this.words.button.chat}. ${this.words.button.unread}${count}`;
    await this.page.getByRole("button", { name, exact: true }).waitFor();
  }
}

/** The same window when it is not in a frame of a page but stands alone. */
export class OwnWindow extends Visitor {
  override get frame(): Page {
    return this.page;
  }
}
