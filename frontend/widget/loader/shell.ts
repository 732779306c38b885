import type { SiteLook } from "@beseda/protocol";
import { inkOn } from "./ink";
import type { LoaderMessages } from "./messages/index";
import style from "./shell.css?inline";

/** What the visitor sees on the customer's page: the round button with its badge, and the box for the panel. */
export interface Shell {
  look(site: SiteLook, texts: LoaderMessages): void;
  unread(count: number): void;
  open(open: boolean): void;
  /** Says that the panel did not come; the visitor may try again. */
  failed(retry: () => void): void;
  /** Puts the panel into its box, in place of what was there. */
  show(frame: HTMLIFrameElement): void;
  focus(): void;
  /** Where the rest of what belongs to the button is drawn. */
  readonly place: HTMLElement;
  /** Where the panel stands. */
  readonly box: HTMLElement;
  /** Back on the page after something has replaced its contents. */
  attach(): void;
  remove(): void;
}

/** Draws in a closed shadow root: neither the page's styles nor its scripts reach inside. */
export function drawShell(base: string, words: LoaderMessages, toggle: () => void): Shell {
  const host = element("div");
  const root = host.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];

  const all = element("div");
  const box = element("div", "box");
  const button = element("button", "toggle");
  const bubble = element("span", "talk");
  const face = element("img", "talk");
  const badge = element("b");
  face.alt = "";
  face.onerror = () => face.replaceWith(bubble);
  button.onclick = toggle;
  button.append(bubble, element("span", "shut"), badge);
  all.append(box, button);
  root.append(all);

  let drawn = false;
  let isOpen = false;
  let count = 0;

  function label(): void {
    badge.hidden = !count || isOpen;
    badge.textContent = `${count}`;
    button.ariaLabel = words.chat + (count ? `. ${words.unread}${count}` : "");
    button.ariaExpanded = `${isOpen}`;
  }

  return {
    look(site, texts) {
      words = texts;
      drawn = true;
      all.hidden = !site.show;
      all.style.setProperty("--accent", site.accent);
      all.style.setProperty("--ink", inkOn(site.accent));
      all.classList.toggle("left", site.corner === "left");
      all.classList.toggle("online", site.online);
      const photo = site.online && site.face?.photo;
      if (photo) face.src = base + photo;
      (photo ? bubble : face).replaceWith(photo ? face : bubble);
      label();
      this.attach();
    },
    unread(now) {
      count = now;
      label();
    },
    open(now) {
      isOpen = now;
      all.classList.toggle("open", now);
      label();
    },
    failed(retry) {
      const again = element("button");
      again.textContent = words.failed;
      again.onclick = retry;
      box.replaceChildren(again);
    },
    show(frame) {
      frame.title = words.chat;
      box.replaceChildren(frame);
    },
    focus: () => button.focus(),
    place: all,
    box,
    attach() {
      if (drawn && !host.isConnected) document.body.append(host);
    },
    remove() {
      drawn = false;
      host.remove();
    },
  };
}

function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className = ""): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}
