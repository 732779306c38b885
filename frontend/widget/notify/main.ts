import "@beseda/ui/tokens.css";
import "./notify.css";
import { applyAccent } from "@beseda/ui/contrast";
import { createSpeech, type LanguageSources, type Texts } from "@beseda/ui/i18n";
import { type Asked, askOpener } from "./asked";
import type { NotifyKey, NotifyMessages } from "./messages/ru";
import { subscribe, thisBrowser, worker } from "./subscribe";

const sources = {
  ru: { load: () => import("./messages/ru").then((file) => file.ru) },
  en: { load: () => import("./messages/en").then((file) => file.en) },
  uk: { load: () => import("./messages/uk").then((file) => file.uk) },
} satisfies LanguageSources<string>;
type Language = keyof typeof sources;

const { readersLanguage, loadTexts } = createSpeech<NotifyMessages, Language>(sources);
const bell =
  "M12 22a2.5 2.5 0 0 0 2.4-2H9.6A2.5 2.5 0 0 0 12 22zm7-6v-5a7 7 0 0 0-5.5-6.8V3.5a1.5 1.5 0 0 0-3 0v.7A7 7 0 0 0 5 11v5l-2 2v1h18v-1z";

// Under `require-trusted-types-for 'script'` the one script that is started by its address has to be named.
(globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): unknown } }).trustedTypes?.createPolicy(
  "default",
  {
    createScriptURL(address: string): string {
      if (address !== worker) throw new TypeError(`script ${address} refused: expected ${worker}`);
      return address;
    },
  },
);

/** The page of a small window: it explains, and a press of its button lets the browser ask. */
class Page {
  readonly #place: HTMLElement;
  readonly #texts: Texts<NotifyMessages, Language>;

  constructor(place: HTMLElement, texts: Texts<NotifyMessages, Language>) {
    this.#place = place;
    this.#texts = texts;
    document.documentElement.lang = texts.language;
    document.title = texts.t("notify.title");
  }

  /** Why it asks, and the two answers. */
  explain(asked: Asked): void {
    const allow = this.#button("notify.allow", () => void attempt());
    allow.className = "main";
    const close = this.#button("notify.no", () => window.close());
    const attempt = async () => {
      allow.disabled = true;
      allow.textContent = this.#texts.t("notify.asking");
      const result = await subscribe(asked.asking, thisBrowser());
      if (result === "agreed") asked.agree();
      this.#end(result === "agreed" ? "notify.done" : `notify.${result}`, result === "failed" ? asked : null);
    };
    this.#draw(this.#words("p", "notify.text"), allow, close);
    allow.focus();
  }

  lost(): void {
    this.#end("notify.lost", null);
  }

  /** @param again who asks, where another attempt may help */
  #end(said: NotifyKey, again: Asked | null): void {
    const words = this.#words("p", said);
    words.role = said === "notify.done" ? "status" : "alert";
    const close = this.#button("notify.close", () => window.close());
    if (again === null) this.#draw(words, close);
    else {
      this.explain(again);
      this.#place.querySelector("p")?.replaceWith(words);
    }
  }

  #draw(words: HTMLElement, ...buttons: HTMLButtonElement[]): void {
    const row = document.createElement("div");
    row.className = "buttons";
    row.append(...buttons);
    this.#place.replaceChildren(picture(), this.#words("h1", "notify.title"), words, row);
    buttons[0]?.focus();
  }

  #words(name: "h1" | "p", key: NotifyKey): HTMLElement {
    const element = document.createElement(name);
    element.textContent = this.#texts.t(key);
    return element;
  }

  #button(key: NotifyKey, press: () => void): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = this.#texts.t(key);
    button.onclick = press;
    return button;
  }
}

function picture(): SVGElement {
  const names = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(names, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.ariaHidden = "true";
  const path = document.createElementNS(names, "path");
  path.setAttribute("d", bell);
  svg.append(path);
  return svg;
}

async function begin(place: HTMLElement): Promise<void> {
  const asked = await askOpener();
  const { language = "", accent = null } = asked?.asking ?? {};
  if (accent !== null) applyAccent(document.documentElement, accent);
  const page = new Page(place, await loadTexts(readersLanguage(language)));
  if (asked === null) page.lost();
  else page.explain(asked);
}

const place = document.getElementById("notify");
if (place) await begin(place);
