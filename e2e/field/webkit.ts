import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Progress } from "./visitor";
import { wordsOf } from "./words";

/** How the WebDriver protocol names a thing of a page: https://www.w3.org/TR/webdriver2/#elements. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
type Thing = { readonly [ELEMENT]: string };

/** As long as a person on Chromium would wait, see `prepare`. */
const PATIENCE = 15_000;
const words = wordsOf("ru");

/** Undefined: it is not here, or lacks its driver or a screen. */
export const placeOfWebKit =
  existsSync("/usr/bin/WebKitWebDriver") && existsSync("/usr/bin/Xvfb") ? browsers() : undefined;

function browsers(): string | undefined {
  const library = "/usr/lib/x86_64-linux-gnu";
  const folders = readdirSync(library).filter((name) => name.startsWith("webkit2gtk-4"));
  return folders.map((folder) => join(library, folder, "MiniBrowser")).find((each) => existsSync(each));
}

/** WebKitGTK from Debian, Safari's nearest relative that runs here: a screen of its own, a driver, and one window. */
export class WebKit {
  private frame: Thing | null = null;

  private constructor(
    private readonly programs: readonly ChildProcess[],
    private readonly session: string,
  ) {}

  static async open(place: string): Promise<WebKit> {
    const { display, screen } = await openScreen();
    const port = await freePort();
    const environment = { ...process.env, DISPLAY: display, LANG: "C.UTF-8" };
    const driver = spawn("WebKitWebDriver", [`--port=${port}`], { env: environment, stdio: "ignore" });
    const address = `http://127.0.0.1:${port}`;
    await until("the driver of WebKit", async () => (await fetch(`${address}/status`)).ok);
    const wanted = {
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": { binary: place, args: ["--automation"] },
    };
    const { sessionId } = (await call(`${address}/session`, "POST", { capabilities: { alwaysMatch: wanted } })) as {
      sessionId: string;
    };
    return new WebKit([driver, screen], `${address}/session/${sessionId}`);
  }

  async close(): Promise<void> {
    await call(this.session, "DELETE").catch(() => {});
    for (const program of this.programs) program.kill();
  }

  async goto(address: string): Promise<void> {
    await this.outside();
    await this.post("url", { url: address });
  }

  async reload(): Promise<void> {
    await this.outside();
    await this.post("refresh", {});
  }

  async outside(): Promise<void> {
    await this.post("frame", { id: null });
    this.frame = null;
  }

  async inside(frame: Thing): Promise<void> {
    await this.post("frame", { id: frame });
    this.frame = frame;
  }

  /** By a pointer over the page: the driver's own click misses what is in a frame. */
  async click(thing: Thing): Promise<void> {
    const { frame } = this;
    const place = await this.boxOf(thing);
    await this.outside();
    const corner = frame === null ? { x: 0, y: 0 } : await this.boxOf(frame);
    const x = Math.round(corner.x + place.x + place.width / 2);
    const y = Math.round(corner.y + place.y + place.height / 2);
    const strokes = [
      { type: "pointerMove", x, y, origin: "viewport" },
      { type: "pointerDown", button: 0 },
      { type: "pointerUp", button: 0 },
    ];
    await this.post("actions", { actions: [{ type: "pointer", id: "mouse", actions: strokes }] });
    if (frame !== null) await this.inside(frame);
  }

  private async boxOf(thing: Thing): Promise<DOMRect> {
    return (await this.post("execute/sync", { script: box, args: [thing] })) as DOMRect;
  }

  async type(thing: Thing, text: string): Promise<void> {
    await this.click(thing);
    const strokes = [...text].flatMap((value) => ["keyDown", "keyUp"].map((type) => ({ type, value })));
    await this.post("actions", { actions: [{ type: "key", id: "keyboard", actions: strokes }] });
  }

  /** What the script finds, as soon as it finds something. The script is the body of a function. */
  async find(what: string, script: string, ...given: unknown[]): Promise<Thing> {
    let found: Thing | null = null;
    await until(what, async () => {
      found = (await this.post("execute/sync", { script, args: given })) as Thing | null;
      return found !== null;
    });
    return found as unknown as Thing;
  }

  private async post(path: string, body: object): Promise<unknown> {
    return call(`${this.session}/${path}`, "POST", body);
  }
}

/** The visitor's window in WebKit; the page must open the shadows, see {@link Customer}. */
export class WebKitVisitor {
  constructor(private readonly webkit: WebKit) {}

  async open(): Promise<void> {
    const { webkit } = this;
    await webkit.outside();
    await webkit.click(await webkit.find("the round button", named("button"), words.button.chat));
    await this.enter();
  }

  /** Into the frame of the open window, also after a reload. */
  async enter(): Promise<void> {
    const { webkit } = this;
    await webkit.outside();
    await webkit.inside(await webkit.find("the window", window));
    await webkit.find("the field", named("textarea"), words.panel("composer.label"));
  }

  async reload(): Promise<void> {
    await this.webkit.reload();
    await this.enter();
  }

  async collapse(): Promise<void> {
    const { webkit } = this;
    await webkit.click(await webkit.find("the cross", named("button"), words.panel("header.close")));
    await webkit.outside();
  }

  async write(text: string): Promise<void> {
    const { webkit } = this;
    await webkit.type(
      await webkit.find("the field", named("textarea"), words.panel("composer.label")),
      `${text}\uE007`,
    );
    await this.sees(text);
  }

  async sees(text: string): Promise<void> {
    await this.webkit.find(`“${text}”`, bubble, text);
  }

  async ticked(text: string, progress: Progress): Promise<void> {
    await this.webkit.find(`“${text}” ${progress}`, bubble, text, words.panel(`tick.${progress}`));
  }

  async unread(count: number): Promise<void> {
    await this.webkit.outside();
    await this.webkit.find(`${count} unread`, named("button"), `${words.button.chat}. ${words.button.unread}${count}`);
  }
}

const box = "const { x, y, width, height } = arguments[0].getBoundingClientRect(); return { x, y, width, height };";

/** Shadows too; what is hidden does not count. */
const everything = `
  const all = (selector, root = document) => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll("*")].flatMap((each) => (each.shadowRoot ? all(selector, each.shadowRoot) : [])),
  ];
  const seen = (each) => {
    const { width, height } = each.getBoundingClientRect();
    return width > 0 && height > 0 && getComputedStyle(each).visibility === "visible";
  };`;

const window = `${everything}
  return all('iframe[src*="/panel/"]').find(seen) ?? null;`;

/** An element by its kind and the beginning of its name: a number may stand behind it. */
const named = (kind: string) => `${everything}
  const [name] = arguments;
  return all("${kind}").find((each) => seen(each) && (each.ariaLabel ?? each.textContent).trim().startsWith(name)) ?? null;`;

/** The bubble with exactly this text; with a second word, only where its tick has that name. */
const bubble = `${everything}
  const [text, tick] = arguments;
  const bubbles = all('[role="log"] *').filter((each) => each.textContent === text && each.children.length === 0);
  const has = (each) => all('[role="img"]', each.closest("li, article, [data-side]") ?? each.parentElement.parentElement).some(({ ariaLabel }) => ariaLabel === tick);
  return bubbles.find((each) => tick === undefined || has(each)) ?? null;`;

/** A screen nobody looks at; Xvfb tells the number it took. */
async function openScreen(): Promise<{ display: string; screen: ChildProcess }> {
  const screen = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const number = await new Promise<string>((told, failed) => {
    screen.once("error", failed);
    screen.stdout.once("data", (data: Buffer) => told(data.toString().trim()));
  });
  return { display: `:${number}`, screen };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}

async function call(address: string, method: string, body?: object): Promise<unknown> {
  const answer = await fetch(address, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const { value } = (await answer.json()) as { value: unknown };
  if (!answer.ok) throw new Error(`${method} ${address} answered ${answer.status}: ${JSON.stringify(value)}`);
  return value;
}

/** A page on its way refuses to be asked: that counts as "not yet". */
async function until(what: string, there: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE;
  let trouble: unknown = "it is not there";
  while (performance.now() < end) {
    try {
      if (await there()) return;
    } catch (error) {
      trouble = error;
    }
    await new Promise((soon) => setTimeout(soon, 100));
  }
  throw new Error(`${what} did not come within ${PATIENCE} ms: ${trouble}`);
}
