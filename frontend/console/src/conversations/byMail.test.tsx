import { afterEach, test } from "vitest";
import { loadTexts } from "../i18n/texts";
import type { Visitor } from "../rest/types";
import { openConsole, type Stage } from "../testing/stage";

let stage: Stage | undefined;
const { t } = await loadTexts("ru");
const olga = { kind: "operator", id: "olga" } as const;

afterEach(() => {
  stage?.leave();
  stage = undefined;
});

/** A conversation of mine with a visitor who is gone. */
async function open(mailing: Visitor["mailing"]): Promise<Stage> {
  stage = await openConsole("/conversations/c1", { visitor: { mailing } }, (server) => {
    const conversation = server.ask("Анна", "Есть красный чайник?", { online: false });
    server.take(conversation, "olga");
    const { store } = server;
    const answer = store.append(conversation, "public", olga, { type: "message", text: "Есть" }, "cid-of-the-answer");
    const letter = { type: "mailed", to: "anna@example.net", first: answer.seq, last: answer.seq } as const;
    store.append(conversation, "internal", { kind: "system" }, letter, null);
    const reply = { type: "message", text: "Беру", mail: "anna@example.net" } as const;
    store.append(conversation, "public", { kind: "visitor" }, reply, "cid-of-the-letter");
  });
  return stage;
}

test("who is gone is answered by e-mail, and that is said", async () => {
  const on = await open({ to: "anna@example.net", minutes: 5, stopped: false, returned: false });
  await on.find("footer [role=status]", t("standing.mail", { address: "anna@example.net" }));
});

test("who wants no letters is not promised one", async () => {
  const on = await open({ to: "anna@example.net", minutes: 5, stopped: true, returned: false });
  await on.find("footer [role=status]", t("standing.mailStopped"));
});

test("what went by e-mail and what came by it is told apart from what was said in the window", async () => {
  const on = await open(null);
  await on.find("[data-side=ours] [title]", t("message.mailed", { time: "" }).trim());
  await on.find("[data-side=theirs] span[tabindex]", t("message.mail"));
});

test("whose letters come back is told of, until somebody wants to write there again", async () => {
  const address = "anna@example.net";
  const mailing = { to: address, minutes: 5, stopped: false, returned: true };
  const on = await open(mailing);
  const around = globalThis.fetch;
  globalThis.fetch = ((path: string, init?: RequestInit) => {
    if (init?.method === "DELETE" && path.endsWith("/returned")) mailing.returned = false;
    return around(path, init);
  }) as typeof fetch;
  await on.find("footer [role=status]", t("standing.mailReturned", { address }));
  await on.click("footer [role=status] button", t("standing.mailAgain"));
  await on.find("footer [role=status]", t("standing.mail", { address }));
});

test("a letter that comes back is told of in the log and below it at once", async () => {
  const address = "anna@example.net";
  const mailing = { to: address, minutes: 5, stopped: false, returned: false };
  const on = await open(mailing);
  await on.find("footer [role=status]", t("standing.mail", { address }));
  mailing.returned = true;
  const event = { type: "returned", to: address, reason: "550 5.1.1 No such user" } as const;
  const asked = on.server.store.conversations.get("c1");
  if (asked) on.server.store.append(asked, "internal", { kind: "system" }, event, null);
  await on.find("main", t("event.returnedBecause", { address, reason: event.reason }));
  await on.find("footer [role=status]", t("standing.mailReturned", { address }));
});
