import type { FromVisitor, Invite } from "@beseda/protocol";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { showInvitation } from "./card";

const invite: Invite = {
  t: "invite",
  id: "i1",
  text: "Помочь с <b>выбором</b>?",
  person: { name: "Светлана", title: "Консультант", photo: "/photos/7.jpg" },
  locale: "ru",
} as Invite;

let place: HTMLElement;
let sent: FromVisitor[];
let opened: number;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["requestAnimationFrame"] });
  const host = document.body.appendChild(document.createElement("div"));
  place = document.createElement("div");
  host.attachShadow({ mode: "open" }).append(place);
  sent = [];
  opened = 0;
});

afterEach(() => {
  card()?.querySelector<HTMLButtonElement>(".no")?.click();
  document.body.replaceChildren();
  vi.useRealTimers();
});

const card = () => place.querySelector("section");
const press = (name: string) => card()?.querySelector<HTMLButtonElement>(`.${name}`)?.click();
const outcomes = () => sent.map((frame) => (frame.t === "invited" ? `${frame.id} ${frame.outcome}` : frame.t));

function show(change: Partial<Invite> = {}) {
  showInvitation(
    { ...invite, ...change },
    { base: "https://chat.example", place, send: (frame) => sent.push(frame), open: () => opened++ },
  );
  vi.advanceTimersByTime(50);
}

test("a face, a name and words invite; they are text and take no focus", () => {
  show();
  expect(card()?.getAttribute("role")).toBe("region");
  expect(card()?.querySelector("img")?.src).toBe("https://chat.example/photos/7.jpg");
  expect(card()?.textContent).toContain("Светлана");
  expect(card()?.querySelector(".said")?.textContent).toBe("Помочь с <b>выбором</b>?");
  expect(card()?.querySelector(".said b")).toBeNull();
  expect(document.activeElement).toBe(document.body);
  expect(outcomes()).toEqual(["i1 shown"]);
});

test("«Написать» opens the window, once", () => {
  show();
  press("yes");
  expect([outcomes(), opened, card()]).toEqual([["i1 shown", "i1 accepted"], 1, null]);
});

test.each(["no", "cross"])("%s refuses, and opens nothing", (name) => {
  show();
  press(name);
  expect([outcomes(), opened, card()]).toEqual([["i1 shown", "i1 refused"], 0, null]);
});

test("Esc inside of it refuses too", () => {
  show();
  card()?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  expect(outcomes()).toEqual(["i1 shown", "i1 refused"]);
});

test("nobody whose window is open is invited, and a second card takes the place of the first", () => {
  place.classList.add("open");
  show();
  expect([card(), sent]).toEqual([null, []]);
  place.classList.remove("open");
  show();
  show({ id: "i2" });
  expect(place.querySelectorAll("section")).toHaveLength(1);
  press("no");
  expect(outcomes()).toEqual(["i1 shown", "i2 shown", "i2 refused"]);
});

test("without a photo the first letter stands for the face; another language has its own words", () => {
  show({ locale: "en", person: { ...invite.person, photo: null } });
  expect(card()?.querySelector(".face")?.textContent).toBe("С");
  expect(card()?.querySelector(".no")?.textContent).toBe("No, thanks");
});
