import { expect, test } from "vitest";
import type { Frame } from "../line/wire";
import { Cast } from "../testing/cast";

/** A taken conversation, both sides live, and a switch that loses frames of a type on the way to clients. */
async function stage() {
  const cast = new Cast();
  const operator = cast.operator();
  const visitor = cast.visitor();
  await cast.world.until(() => operator.getState().line.kind === "live" && visitor.getState().line.kind === "live");
  visitor.send("Здравствуйте");
  await cast.world.pass(100);
  const [conversation] = [...cast.server.store.conversations.values()];
  if (!conversation) {
    throw new Error("no conversation was opened");
  }
  const { id } = conversation.header;
  await Promise.all([operator.take(id), cast.world.pass(100)]);
  const lose = (...types: string[]) => {
    cast.server.network.weather.toClient = (frame: Frame) => (types.includes(frame.t) ? [] : [frame]);
  };
  const whole = () =>
    visitor.getState().threads[id]?.log.last === conversation.public.length &&
    operator.getState().threads[id]?.public.last === conversation.public.length &&
    operator.getState().threads[id]?.internal.last === conversation.internal.length;
  const sockets = () => cast.server.network.sockets.size;
  return { cast, operator, visitor, conversation, id, lose, whole, sockets };
}

test("a hole on a live line is filled as soon as the next event shows it", async () => {
  const { cast, conversation, lose, whole } = await stage();
  lose("events");
  cast.server.say(conversation, "olga", "потерянное");
  await cast.world.pass(10);
  lose();
  cast.server.say(conversation, "olga", "следующее");
  await cast.world.pass(100);
  expect(whole()).toBe(true);
});

test("an event lost at the end is found by the heartbeat's tops, on both streams, and asked for until it comes", async () => {
  const { cast, conversation, lose, whole } = await stage();
  lose("events");
  cast.server.say(conversation, "olga", "потерянное");
  cast.server.note(conversation, "pavel", "и заметка");
  await cast.world.pass(16_000);
  expect(whole()).toBe(false);
  lose();
  await cast.world.pass(16_000);
  expect(whole()).toBe(true);
});

test("a lost acknowledgement is made good by the event, or by sending again", async () => {
  const { cast, visitor, conversation, lose } = await stage();
  lose("ack", "events", "beat");
  visitor.send("дошло?");
  await cast.world.pass(5000);
  expect(visitor.getState().outgoing.map(({ state }) => state)).toEqual(["sending"]);
  lose();
  await cast.world.pass(11_000);
  expect(visitor.getState().outgoing).toEqual([]);
  const texts = conversation.public.map(({ body }) => (body.type === "message" ? body.text : ""));
  expect(texts.filter((text) => text === "дошло?")).toHaveLength(1);
});

test("two windows of a visitor share what is unsent and show it once", async () => {
  const { cast, visitor, conversation } = await stage();
  cast.server.network.weather.sockets = cast.server.network.weather.http = "refused";
  cast.server.network.cut();
  await cast.world.pass(100);
  visitor.send("из первого окна");
  const second = cast.visitor();
  second.send("из второго");
  cast.server.network.weather.sockets = "open";
  await cast.world.pass(60_000);
  for (const client of [visitor, second]) {
    expect(client.getState().outgoing).toEqual([]);
    expect(client.getState().threads[conversation.header.id]?.log.events).toEqual(conversation.public);
  }
  const texts = conversation.public.flatMap(({ body }) => (body.type === "message" ? [body.text] : []));
  expect(texts).toEqual(["Здравствуйте", "из первого окна", "из второго"]);
});

test("a text another window sent meanwhile does not linger after the repeated acknowledgement", async () => {
  const { cast, visitor, operator, id } = await stage();
  visitor.send("моё");
  await cast.world.pass(100);
  const item = { ...visitor.getState().threads[id]?.log.events.at(-1) };
  const kept = {
    cid: item.cid,
    conversation: id,
    stream: "public",
    text: "моё",
    at: cast.world.now(),
    code: null,
    params: {},
    order: 1,
  };
  cast.visitorStorage.setItem(`beseda/outbox/visitor/tea/${item.cid}`, JSON.stringify(kept));
  cast.server.network.cut();
  await cast.world.pass(3000);
  expect(visitor.getState().outgoing).toEqual([]);
  expect(cast.visitorStorage.getItem(`beseda/outbox/visitor/tea/${item.cid}`)).toBeNull();
  expect(operator.getState().line.kind).toBe("live");
});

test("older pages are asked for once and lead to the beginning", async () => {
  const { cast, operator, conversation, id } = await stage();
  for (let number = 1; number <= 120; number++) {
    cast.server.say(conversation, null, `${number}`);
  }
  const colleague = cast.operator({ ticket: async () => "pavel" });
  await cast.world.until(() => colleague.getState().line.kind === "live");
  colleague.open(id);
  await cast.world.pass(100);
  const log = () => colleague.getState().threads[id]?.public;
  expect(log()).toMatchObject({ more: true });
  expect(log()?.events).toHaveLength(50);
  for (let pages = 0; pages < 2; pages++) {
    colleague.older(id);
    colleague.older(id);
    expect(log()?.loading).toBe(true);
    await cast.world.pass(100);
  }
  expect(log()).toMatchObject({ more: false, loading: false });
  expect(log()?.events).toEqual(operator.getState().threads[id]?.public.events);
});

test("who comes back to one of the last conversations finds it followed; one left before them is not, mine stays", async () => {
  const { cast, operator, id } = await stage();
  const others = Array.from({ length: 11 }, (_, number) => cast.server.ask(`Нина ${number}`, "Вопрос"));
  for (const { header } of others) {
    operator.open(header.id);
    await cast.world.pass(100);
    operator.leave(header.id);
  }
  operator.leave(id);
  await cast.world.pass(100);
  for (const other of others) cast.server.say(other, null, "ещё");
  await cast.world.pass(100);
  const { threads, conversations } = operator.getState();
  const followed = others.filter(({ header }) => threads[header.id]).map(({ header }) => header.id);
  expect(followed).toEqual(others.slice(-8).map(({ header }) => header.id));
  expect(followed.map((each) => threads[each]?.public.last)).toEqual(followed.map(() => 3));
  expect(threads[id]).toBeDefined();
  expect(conversations[others[0]?.header.id ?? ""]?.preview?.text).toBe("ещё");
  operator.open(followed[0] ?? "");
  expect(operator.getState().threads[followed[0] ?? ""]?.public.last).toBe(3);
});
