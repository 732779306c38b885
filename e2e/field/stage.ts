import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { Administration } from "./administration";
import { complaints, type Look, openChromium, openMortalChromium, person, signIn } from "./browser";
import { Network } from "./network";
import { Operator } from "./operator";
import { type Account, type Environment, Server } from "./server";
import { Visitor } from "./visitor";
import { Weather } from "./weather";

/** Who works at a console, by which way to the server, and what their browser is like. */
interface Work {
  readonly who?: Account;
  readonly address?: string | undefined;
  readonly look?: Look;
}

/** One server and one Chromium for the tests of a file. What a test opened is closed after it, and every page is heard out. */
export class Stage {
  private chromium: Browser | null = null;
  private running: Server | null = null;
  private readonly contexts: BrowserContext[] = [];
  private readonly skies: Weather[] = [];
  private readonly networks: Network[] = [];
  private readonly mortals: (() => Promise<void>)[] = [];
  private readonly heard: string[][] = [];

  /** Called at the top of a test file. `whole`: with all a person's browser has. */
  constructor(environment: Environment = {}, whole = false) {
    beforeAll(async () => {
      [this.running, this.chromium] = await Promise.all([Server.start(environment), openChromium(whole)]);
      if (!("BESEDA_ADMIN_EMAIL" in environment)) {
        const administration = await this.administration();
        await administration.chooseLanguage("ru");
        await this.clear();
      }
    });
    afterEach(async ({ task }) => {
      if (task.result?.state === "fail") await this.photograph(task.name);
      await this.clear();
    });
    afterAll(async () => {
      await this.chromium?.close();
      await this.running?.stop();
    });
  }

  get server(): Server {
    if (this.running === null) throw new Error("the server is there only inside tests");
    return this.running;
  }

  get browser(): Browser {
    if (this.chromium === null) throw new Error("the browser is there only inside tests");
    return this.chromium;
  }

  /** A browser of somebody's own. */
  async context(options?: Look): Promise<BrowserContext> {
    return this.watch(await person(this.browser, options));
  }

  /** Closes with the test, and its pages may not complain. */
  watch(context: BrowserContext): BrowserContext {
    this.contexts.push(context);
    for (const page of context.pages()) this.heard.push(complaints(page));
    context.on("page", (page) => this.heard.push(complaints(page)));
    return context;
  }

  /** Somebody new on the demo shop, or on another page. */
  async visitor(address = `${this.server.address}/demo/`, options?: Look): Promise<Visitor> {
    const context = await this.context(options);
    return this.cameTo(context, address);
  }

  /** A page of somebody already known. */
  async cameTo(context: BrowserContext, address = `${this.server.address}/demo/`): Promise<Visitor> {
    const page = await context.newPage();
    await page.goto(address);
    return new Visitor(page);
  }

  /** The administrator at work, unless told who. */
  async operator({ who, address = this.server.address, look }: Work = {}): Promise<Operator> {
    const context = await this.context(look);
    await signIn(context, address, who);
    const operator = new Operator(await context.newPage());
    await operator.page.goto(address);
    await operator.atWork();
    return operator;
  }

  /** Somebody at work in a browser that is killed, at the latest with the test. */
  async mortal(who: Account): Promise<{ operator: Operator; kill(): Promise<void> }> {
    const { browser, kill } = await openMortalChromium();
    this.mortals.push(kill);
    return { operator: await this.seated(browser, who, this.server.address), kill };
  }

  /** Somebody at work in a browser that has a {@link Network} of its own. */
  async distant(who: Account): Promise<{ operator: Operator; network: Network }> {
    const network = Network.begin();
    this.networks.push(network);
    const browser = await network.openChromium();
    return { operator: await this.seated(browser, who, network.address(this.server.address)), network };
  }

  private async seated(browser: Browser, who: Account, address: string): Promise<Operator> {
    const context = await person(browser);
    await signIn(context, address, who);
    const operator = new Operator(await context.newPage());
    await operator.page.goto(address);
    await operator.atWork();
    return operator;
  }

  /** The administrator's hands, for what a test takes for granted. */
  async administration(): Promise<Administration> {
    return Administration.begin(await this.context(), this.server.address);
  }

  async weather(): Promise<Weather> {
    const weather = await Weather.begin(() => this.server.address);
    this.skies.push(weather);
    return weather;
  }

  private async clear(): Promise<void> {
    const said = this.heard.splice(0).flat();
    for (const context of this.contexts.splice(0)) await context.close();
    for (const weather of this.skies.splice(0)) await weather.end();
    for (const kill of this.mortals.splice(0)) await kill();
    for (const network of this.networks.splice(0)) await network.end();
    expect(said, "what the pages complained of").toEqual([]);
  }

  /** What was on the screens when a test failed, into the folder for passing things. */
  private async photograph(test: string): Promise<void> {
    const pages = this.contexts.flatMap((context) => context.pages());
    for (const [at, page] of pages.entries()) {
      const file = `${test} ${at}`.replaceAll(/[^\p{L}\p{N}]+/gu, "-");
      await page.screenshot({ path: join(tmpdir(), "beseda-failed", `${file}.png`) }).catch(() => {
        // The page has crashed or is being closed: the failure itself says more.
      });
    }
  }
}
