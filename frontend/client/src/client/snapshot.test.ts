import { describe, expect, test } from "vitest";
import { Cast } from "../testing/cast";
import type { StoredConversation } from "../testing/store";
import type { OperatorClient, VisitorClient } from "./types";

/** Everything the server told a visitor's window, without this window's own bookkeeping. */
function visitorView(client: VisitorClient) {
  const { epoch, site, people, threads } = client.getState();
  const plain = Object.values(threads).map(({ header, log }) => ({ header, events: log.events, last: log.last }));
  return { epoch, site, people, threads: plain };
}

function consoleView(client: OperatorClient) {
  const { operators, conversations, threads } = client.getState();
  const plain = Object.entries(threads).map(([id, thread]) => ({
    id,
    public: thread.public.events,
    internal: thread.internal.events,
  }));
  const headers = Object.values(conversations).sort((a, b) => a.id.localeCompare(b.id));
  return { operators, headers, threads: plain.sort((a, b) => a.id.localeCompare(b.id)) };
}

interface Stage {
  cast: Cast;
  visitor: VisitorClient;
  operator: OperatorClient;
  conversation: StoredConversation;
}

async function stage(): Promise<Stage> {
  const cast = new Cast();
  const visitor = cast.visitor();
  const operator = cast.operator();
  await cast.world.until(() => visitor.getState().line.kind === "live" && operator.getState().line.kind === "live");
  visitor.send("Здравствуйте");
  await cast.world.pass(100);
  const [conversation] = [...cast.server.store.conversations.values()];
  if (!conversation) {
    throw new Error("no conversation was opened");
  }
  operator.open(conversation.header.id);
  await Promise.all([operator.take(conversation.header.id), cast.world.pass(100)]);
  return { cast, visitor, operator, conversation };
}

const answered = ({ cast, conversation }: Stage) =>
  cast.server.store.append(
    conversation,
    "public",
    { kind: "operator", id: "olga" },
    { type: "message", text: "Да" },
    null,
  );

const actions: Record<string, (stage: Stage) => void> = {
  "message of the visitor": ({ visitor }) => visitor.send("Ещё вопрос"),
  "message of the operator": ({ operator, conversation }) => operator.send(conversation.header.id, "Слушаю"),
  "formatted message of the operator": ({ operator, conversation }) =>
    operator.sendFormatted(conversation.header.id, {
      blocks: [{ type: "paragraph", runs: [{ text: "Да", marks: [{ type: "bold" }] }] }],
    }),
  "message changed twice": (stage) => {
    const message = answered(stage);
    const { store } = stage.cast.server;
    store.correct(stage.conversation, message, { type: "message", text: "Нет", editedAt: 1 });
    store.correct(stage.conversation, message, { type: "message", text: "Не знаю", editedAt: 2 });
  },
  "message changed and deleted": (stage) => {
    const message = answered(stage);
    const { store } = stage.cast.server;
    store.correct(stage.conversation, message, { type: "message", text: "Нет", editedAt: 1 });
    store.correct(stage.conversation, message, { type: "deleted" });
  },
  note: ({ operator, conversation }) => operator.note(conversation.header.id, "для своих"),
  "left and joined": ({ cast, conversation }) => {
    cast.server.giveBack(conversation);
    cast.server.take(conversation, "pavel");
  },
  left: ({ cast, conversation }) => cast.server.giveBack(conversation),
  "closed by the operator": ({ operator, conversation }) => void operator.close(conversation.header.id),
  "closed by the visitor": ({ visitor, conversation }) => void visitor.end(conversation.header.id),
  "a second conversation": ({ cast, visitor, conversation }) => {
    cast.server.finish(conversation, "operator");
    visitor.send("И ещё");
  },
  "seen by the operator": ({ operator, conversation }) => operator.seen(conversation.header.id, 3),
  "seen by the visitor": ({ visitor, conversation }) => visitor.seen(conversation.header.id, 3),
  "the site's look": ({ cast }) => cast.server.setSite({ online: false, greeting: "До завтра" }),
  "state of an operator": ({ operator }) => void operator.setState("away"),
  "another visitor": ({ cast }) => void cast.server.ask("Нина", "Добрый день"),
};

describe("what lived through an event equals a fresh snapshot", () => {
  test.each(Object.entries(actions))("%s", async (_, act) => {
    const before = await stage();
    const { cast, visitor, operator, conversation } = before;
    act(before);
    await cast.world.pass(2000);
    const second = cast.visitor();
    const colleague = cast.operator();
    await cast.world.until(() => second.getState().line.kind === "live" && colleague.getState().line.kind === "live");
    colleague.open(conversation.header.id);
    await cast.world.pass(100);
    expect(visitorView(visitor)).toEqual(visitorView(second));
    expect(consoleView(operator)).toEqual(consoleView(colleague));
  });
});

test("another epoch: positions are forgotten, the outbox is kept", async () => {
  const { cast, visitor, operator, conversation } = await stage();
  const { id } = conversation.header;
  cast.server.network.weather.sockets = cast.server.network.weather.http = "refused";
  cast.server.network.cut();
  await cast.world.pass(100);
  visitor.send("не потеряйте");
  operator.send(id, "и это");
  conversation.public.length = 2;
  cast.server.restore();
  cast.server.network.weather.sockets = "open";
  await cast.world.until(() => visitor.getState().line.kind === "live" && operator.getState().line.kind === "live");
  await cast.world.pass(500);
  const texts = conversation.public.flatMap(({ body }) => (body.type === "message" ? [body.text] : []));
  expect(texts.sort()).toEqual(["Здравствуйте", "и это", "не потеряйте"]);
  expect(visitor.getState().threads[id]?.log.events).toEqual(conversation.public);
  expect(operator.getState().threads[id]?.public.events).toEqual(conversation.public);
});

test("another epoch: what was only looked at is opened again", async () => {
  const { cast, operator } = await stage();
  const other = cast.server.ask("Нина", "Вопрос");
  operator.open(other.header.id);
  await cast.world.pass(100);
  cast.server.restore();
  await cast.world.pass(6000);
  cast.server.say(other, null, "ещё");
  await cast.world.pass(100);
  expect(operator.getState().threads[other.header.id]?.public.events).toEqual(other.public);
});

test("a visitor whose session ended is forgotten: the window is told to begin anew", async () => {
  const cast = new Cast();
  const visitor = cast.visitor();
  await cast.world.until(() => visitor.getState().line.kind === "live");
  cast.server.network.cut(4401);
  await cast.world.pass(10);
  expect(cast.forgotten).toBe(1);
});

test("an introduction is said once, also when it was made before the line", async () => {
  const cast = new Cast();
  const visitor = cast.visitor();
  visitor.identify('{"id":"C-17"}');
  await cast.world.until(() => cast.server.introductions.length === 1);
  cast.server.network.cut();
  await cast.world.pass(60_000);
  expect(cast.server.introductions).toEqual(['{"id":"C-17"}']);
});

test("an operator whose session ended is told to sign in", async () => {
  const { cast, operator } = await stage();
  const refused = operator.setState("away").catch((refusal: unknown) => refusal);
  cast.server.network.cut(4401);
  await cast.world.pass(100);
  expect(cast.signOuts).toBe(1);
  expect(await refused).toMatchObject({ code: "stopped" });
});

test("an outdated page reloads once, not for ever, and again only after it worked", async () => {
  const cast = new Cast();
  const page = async () => {
    const visitor = cast.visitor();
    await cast.world.pass(100);
    visitor.stop();
    return visitor.getState().line;
  };
  cast.server.turnAway = 4426;
  expect(await page()).toEqual({ kind: "stopped", code: 4426 });
  await page();
  await page();
  expect(cast.reloads).toBe(1);
  cast.server.turnAway = null;
  await page();
  cast.server.turnAway = 4426;
  await page();
  expect(cast.reloads).toBe(2);
});
