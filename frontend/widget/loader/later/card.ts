import type { FromVisitor, Invite, NoticeIdle } from "@beseda/protocol";
import style from "./card.css?inline";
import { wordsFor } from "./words";

/** What the loader lends. */
export interface Tools {
  /** Never read; names the frames that are run. */
  readonly frame: Invite | NoticeIdle;
  readonly base: string;
  /** The loader's own corner of the page, in its closed shadow root. */
  readonly place: HTMLElement;
  send(frame: FromVisitor): void;
  /** Opens the window. */
  open(): void;
}

type Outcome = "accepted" | "refused";

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

let shown: HTMLElement | undefined;

/** A small card beside the button: who invites, two lines of text, yes and no. The keyboard stays where it is. */
export function showInvitation({ id, text, person, locale }: Invite, tools: Omit<Tools, "frame">): void {
  const { base, place, send, open } = tools;
  if (place.classList.contains("open")) return;
  const words = wordsFor(locale);
  dress(place.getRootNode() as ShadowRoot);

  const card = make("section", "card");
  const end = (outcome: Outcome) => {
    send({ t: "invited", id, outcome });
    card.remove();
    shown = undefined;
    if (outcome === "accepted") open();
  };
  const cross = button("cross", "", () => end("refused"));
  cross.ariaLabel = words.close;
  cross.title = words.close;
  const yes = button("yes", words.write, () => end("accepted"));
  const no = button("no", words.no, () => end("refused"));
  const who = make("p", "who");
  who.append(make("b", "", person.name), make("span", "", person.title));
  const said = make("p", "said", text);
  const row = make("div", "row");
  row.append(yes, no);
  card.lang = locale;
  card.ariaLabel = words.invitation;
  card.setAttribute("role", "region");
  card.setAttribute("aria-live", "polite");
  card.onkeydown = ({ key }) => key === "Escape" && end("refused");
  card.append(face(base, person.photo, person.name), who, cross);

  shown?.remove();
  shown = card;
  place.prepend(card);
  // Words that come into a live region that is already there are read out.
  requestAnimationFrame(() => {
    card.append(said, row);
    card.classList.add("seen");
    send({ t: "invited", id, outcome: "shown" });
  });
}

function dress(root: ShadowRoot): void {
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

function face(base: string, photo: string | null, name: string): HTMLElement {
  const letter = make("span", "face", [...name.trim()][0]?.toUpperCase() ?? "");
  letter.ariaHidden = "true";
  if (!photo) return letter;
  const picture = make("img", "face");
  picture.alt = "";
  picture.src = base + photo;
  picture.onerror = () => picture.replaceWith(letter);
  return picture;
}

function button(name: string, text: string, pressed: () => void): HTMLButtonElement {
  const made = make("button", name, text);
  made.type = "button";
  made.onclick = pressed;
  return made;
}

function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, name = "", text = ""): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = text;
  return made;
}
