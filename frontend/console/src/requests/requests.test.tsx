import type { RequestNews } from "@beseda/protocol";
import { notifications } from "@mantine/notifications";
import { afterEach, expect, test } from "vitest";
import { loadTexts } from "../i18n/texts";
import type { RequestRow } from "../rest/requests";
import { FakeRequests, requestOf } from "../testing/fakeRequests";
import { openConsole, type Stage } from "../testing/stage";

const { t } = await loadTexts("ru");
let stage: Stage;
const minute = 60_000;

afterEach(() => {
  notifications.clean();
  stage?.leave();
});

/** The inbox with these requests, seen by Olga. */
async function inbox(path: string, rows: RequestRow[], prepare?: (fake: FakeRequests) => void): Promise<FakeRequests> {
  stage = await openConsole("/", {});
  await stage.find("nav");
  const fake = FakeRequests.serve(rows);
  prepare?.(fake);
  history.pushState(null, "", path);
  window.dispatchEvent(new PopStateEvent("popstate"));
  return fake;
}

const news = (id: string, change: Partial<RequestNews> = {}): RequestNews => ({
  t: "request",
  id,
  why: "arrived",
  kind: "k1",
  nature: "call",
  site: "site",
  state: "open",
  owner: null,
  name: "Иван",
  at: null,
  dueAt: 0,
  yours: true,
  ...change,
});
const links = () => [...document.querySelectorAll("a[data-row]")].map((link) => (link as HTMLElement).dataset.row);
const pressed = (keys: string) =>
  document.documentElement.dispatchEvent(new KeyboardEvent("keydown", { code: keys, key: keys, bubbles: true }));

test("a row says who, what, when, how late it is and that there are more of the visitor", async () => {
  await inbox("/requests", [
    requestOf("1", { visitor: "v", dueAt: Date.now() - 12 * minute }),
    requestOf("2", { visitor: "v", kind: "k2", nature: "letter", text: "Не хватает пачки чая" }),
  ]);
  const row = await stage.find("a[data-row='1']", "Иван Петров");
  expect(row.textContent).toContain("Заказать звонок");
  expect(row.textContent).toContain(t("requests.soonest"));
  expect(row.textContent).toContain("12 мин");
  expect(row.textContent).toContain(t("requests.moreOfSame", { count: 1 }));
  await stage.find("a[data-row='2']", "Не хватает пачки чая");
});

test("one press takes all requests of the visitor and says how many", async () => {
  const fake = await inbox("/requests/1", [
    requestOf("1", { visitor: "v" }),
    requestOf("2", { visitor: "v", kind: "k2", nature: "letter" }),
    requestOf("3", { visitor: "v" }),
    requestOf("4"),
  ]);
  await stage.find("button", t("action.take"));
  await stage.find("a[data-row='4']");
  pressed("KeyT");
  await stage.find("[role=status]", t("requests.tookAll", { count: 3 }));
  await stage.until(() => links().join() === "4");
  expect(fake.asked.map(({ path }) => path)).toEqual(["POST /api/requests/1/claim"]);
});

test("whoever comes second is told who was first, and sees it so", async () => {
  const fake = await inbox("/requests/1", [requestOf("1")]);
  const take = await stage.find("button", t("action.take"));
  fake.rows = [requestOf("1", { state: "claimed", owner: "pavel", claimedAt: Date.now() })];
  take.click();
  await stage.find("[role=alert]", t("requests.taken", { name: "Павел Ким" }));
  await stage.until(() => ![...document.querySelectorAll("button")].some((button) => button === take));
});

test("without an answer the next attempt is chosen, and the note goes along", async () => {
  const fake = await inbox("/requests/1?show=mine", [requestOf("1", { state: "claimed", owner: "olga" })]);
  await stage.type(`textarea[aria-label="${t("requests.note")}"]`, "Занято");
  await stage.click("button", t("requests.noAnswer"));
  await stage.click("[role=menuitem]", t("requests.preset.hour", { time: "" }).replace(", ", ""));
  await stage.find("ol li", "Занято");
  const [{ path, body } = { path: "", body: {} }] = fake.asked;
  expect(path).toBe("POST /api/requests/1/attempt");
  expect(body).toMatchObject({ outcome: "no_answer", note: "Занято" });
  expect(Math.abs(Number(body.nextAt) - Date.now() - 60 * minute)).toBeLessThan(minute);
  await stage.until(() => document.querySelector("textarea")?.value === "");
});

test("a request that is done can only be reopened", async () => {
  const fake = await inbox("/requests/1?show=done", [requestOf("1", { state: "done", outcome: "reached", doneAt: 1 })]);
  await stage.find("button", t("requests.reopen"));
  expect(document.querySelector(`button[aria-label="${t("requests.reached")}"]`)).toBeNull();
  await stage.click("button", t("requests.reopen"));
  await stage.find("button", t("requests.reached"));
  expect(fake.rows[0]?.state).toBe("claimed");
});

test("what arrives is heard of and stands in the list at once", async () => {
  const fake = await inbox("/requests", []);
  await stage.find("p", t("requests.none.unclaimed"));
  fake.rows = [requestOf("1")];
  stage.server.tellRequest(news("1"));
  await stage.find("a[data-row='1']");
  await stage.find("[role=alert]", t("requests.told.call"));
  await stage.find(`nav button[aria-label*="${t("requests.newCount", { count: 1 })}"]`);
});

test("what is a colleague's, or only changed, is not heard of", async () => {
  const fake = await inbox("/requests", []);
  await stage.find("p", t("requests.none.unclaimed"));
  fake.rows = [requestOf("1"), requestOf("2")];
  stage.server.tellRequest(news("1", { yours: false }));
  stage.server.tellRequest(news("2", { why: "changed" }));
  await stage.find("a[data-row='2']");
  expect(document.body.textContent).not.toContain(t("requests.told.call"));
});

test("the list goes on a page at a time and is narrowed by kind", async () => {
  const many = Array.from({ length: 60 }, (_, at) => requestOf(`${at}`));
  const fake = await inbox("/requests?kind=letter", [...many, requestOf("x", { kind: "k2", nature: "letter" })]);
  await stage.until(() => links().join() === "x");
  expect(fake.searches.at(-1)).toContain("nature=letter");
  await stage.click("button", t("requests.show.mine"));
  await stage.find("p", t("common.nothingFound"));
  history.pushState(null, "", "/requests");
  window.dispatchEvent(new PopStateEvent("popstate"));
  await stage.until(() => links().length === 50);
  await stage.click("button", t("requests.more"));
  await stage.until(() => links().length === 61);
});

test("the phone is dialled, the address written to, the proof of consent shown", async () => {
  await inbox("/requests/1", [requestOf("1", { email: "ivan@mail.example" })], (fake) => {
    fake.extras.set("1", {
      answers: [{ label: "Номер заказа", value: "4417" }],
      consents: [{ text: "Согласен на обработку", version: "a1b2", at: 1, address: "203.0.113.7" }],
    });
  });
  expect((await stage.find("a[href^='tel:']")).getAttribute("href")).toBe("tel:+79123456789");
  expect((await stage.find("a[href^='mailto:']")).textContent).toBe("ivan@mail.example");
  await stage.find("dd", "4417");
  await stage.find("details", "203.0.113.7");
});

test("a failure is told with a way to try again; no kinds lead to where they are set up", async () => {
  const fake = await inbox("/requests/9", [], (served) => {
    served.kinds = [];
  });
  await stage.find("p", t("failure.missing"));
  await stage.find("p", t("requests.noKinds"));
  fake.kinds = [];
  expect(document.querySelector("a[href='/settings/requests']")).not.toBeNull();
});

test("a letter that came to me by itself becomes a conversation when I turn to it", async () => {
  const letter = { kind: "k2", nature: "letter", state: "claimed", owner: "olga" } as const;
  const fake = await inbox("/requests/1?show=mine", [requestOf("1", letter)]);
  await stage.click("button", t("requests.answerThere"));
  await stage.until(() => location.pathname === "/conversations/c1");
  expect(fake.asked.map(({ path }) => path)).toEqual(["POST /api/requests/1/claim"]);
});

test("a letter whose conversation does not open says so, and is answered there once it does", async () => {
  const letter = { kind: "k2", nature: "letter", state: "claimed", owner: "olga" } as const;
  const fake = await inbox("/requests/1?show=mine", [requestOf("1", letter)], (served) => {
    served.elsewhere = true;
  });
  await stage.click("button", t("requests.answerThere"));
  await stage.find("[role=alert]", t("requests.notOpened"));
  expect(location.pathname).toBe("/requests/1");
  fake.elsewhere = false;
  await stage.click("button", t("requests.answerThere"));
  await stage.until(() => location.pathname === "/conversations/c1");
});
