import { describe, expect, test } from "vitest";
import { Cast } from "../testing/cast";
import { MemoryStorage, Simulation } from "../testing/simulation";
import { createOutbox, type Outbox } from "./outbox";
import type { Outgoing } from "./types";

/** An outbox on a line that only remembers. */
function stage(world = new Simulation()) {
  const sent: string[] = [];
  const way = { open: true };
  const outbox: Outbox = createOutbox(world, {
    scope: "test",
    transmit(item) {
      if (way.open) {
        sent.push(item.text);
      }
      return way.open;
    },
    lane: (item) => item.conversation ?? "",
    changed: () => {},
  });
  const add = (text: string, conversation: string | null = null) => {
    const submitted = outbox.add(text, conversation, "public");
    return submitted.ok ? submitted.cid : submitted.code;
  };
  const acknowledge = (cid: string) =>
    outbox.acknowledged({ t: "ack", cid, conversation: "c1", stream: "public", seq: 1, at: 0, dup: false });
  const refuse = (cid: string, code: string, retryMs: number | null) =>
    outbox.refused({ t: "refused", cid, rid: null, code, params: { limit: "1" }, retryMs });
  return { world, outbox, sent, way, add, acknowledge, refuse };
}

const states = (items: readonly Outgoing[]) => items.map(({ text, state }) => `${text}:${state}`);

test("a text is stored before its first transmission and forgotten after the acknowledgement", () => {
  const { world, outbox, sent, add, acknowledge } = stage();
  const cid = add("раз");
  expect(world.storage?.length).toBe(1);
  expect(sent).toEqual([]);
  expect(states(outbox.items)).toEqual(["раз:waiting"]);
  outbox.resume();
  expect(states(outbox.items)).toEqual(["раз:sending"]);
  acknowledge(cid);
  expect(states(outbox.items)).toEqual(["раз:stored"]);
  expect(world.storage?.length).toBe(0);
  outbox.landed([cid]);
  expect(outbox.items).toEqual([]);
});

test("everything unacknowledged goes again after a loss, the oldest first", () => {
  const { outbox, sent, add, acknowledge } = stage();
  outbox.resume();
  const first = add("раз");
  add("два");
  add("три");
  acknowledge(first);
  outbox.pause();
  add("четыре");
  sent.length = 0;
  outbox.resume();
  expect(sent).toEqual(["два", "три", "четыре"]);
});

test("16 at most are on the way in one conversation, another one goes on", () => {
  const { outbox, sent, add, acknowledge } = stage();
  outbox.resume();
  const cids = Array.from({ length: 20 }, (_, index) => add(`${index}`, "c1"));
  add("другой", "c2");
  expect(sent).toHaveLength(17);
  expect(sent.at(-1)).toBe("другой");
  acknowledge(cids[0] ?? "");
  acknowledge(cids[1] ?? "");
  expect(sent.slice(17)).toEqual(["16", "17"]);
});

test("the 201st text stays in the editor", () => {
  const { add, outbox } = stage();
  for (let number = 0; number < 200; number++) {
    add(`${number}`);
  }
  expect(add("слишком")).toBe("outbox_full");
  expect(outbox.items).toHaveLength(200);
});

test("without an answer in 10 s the same is sent again, after 30 s it is called late", async () => {
  const { world, outbox, sent, add, acknowledge } = stage();
  outbox.resume();
  const cid = add("раз");
  await world.pass(10_100);
  expect(sent).toEqual(["раз", "раз"]);
  expect(outbox.items[0]?.late).toBe(false);
  await world.pass(20_000);
  expect(outbox.items[0]?.late).toBe(true);
  acknowledge(cid);
  expect(outbox.items[0]?.late).toBe(false);
});

test("refused for good: the text is given back, kept until then, and others go on", () => {
  const { world, outbox, sent, add, refuse } = stage();
  outbox.resume();
  const cid = add("чужое");
  add("дальше");
  refuse(cid, "not_owner", null);
  expect(states(outbox.items)).toEqual(["чужое:failed", "дальше:sending"]);
  expect(outbox.items[0]).toMatchObject({ code: "not_owner", params: { limit: "1" } });
  expect(states(stage(world).outbox.items)).toContain("чужое:failed");
  expect(outbox.restore(cid)).toBe("чужое");
  expect(outbox.restore(cid)).toBeNull();
  expect(states(outbox.items)).toEqual(["дальше:sending"]);
  expect(sent).toEqual(["чужое", "дальше"]);
});

test("refused for good and tried again: the same client id, at the end", () => {
  const { outbox, sent, add, refuse } = stage();
  outbox.resume();
  const cid = add("раз");
  add("два");
  refuse(cid, "forbidden", null);
  outbox.retry(cid);
  expect(sent).toEqual(["раз", "два", "раз"]);
  expect(outbox.items.map((item) => item.cid)).toContain(cid);
  expect(states(outbox.items)).toEqual(["два:sending", "раз:sending"]);
});

test("not now: the same waits as long as the server says, and nothing overtakes it", async () => {
  const { world, outbox, sent, add, refuse } = stage();
  outbox.resume();
  const cid = add("раз");
  refuse(cid, "busy", 2000);
  add("два");
  await world.pass(1900);
  expect(sent).toEqual(["раз"]);
  await world.pass(200);
  expect(sent).toEqual(["раз", "раз", "два"]);
});

describe("storage", () => {
  test("a reload brings unsent texts back in their order", () => {
    const { world, add } = stage();
    add("раз");
    add("два");
    const later = stage(world);
    expect(states(later.outbox.items)).toEqual(["раз:waiting", "два:waiting"]);
    later.outbox.resume();
    expect(later.sent).toEqual(["раз", "два"]);
  });

  test("a formatted text is formatted after a reload as well", () => {
    const { world, outbox } = stage();
    const document = { blocks: [] };
    outbox.add("раз", "c1", "public", { document, reply: 3 });
    expect(stage(world).outbox.items[0]).toMatchObject({ text: "раз", document });
  });

  test("two tabs lose nothing of each other; the next to catch up takes what a dead one left", async () => {
    const world = new Simulation();
    const [one, two] = [stage(world), stage(world)];
    one.add("из первой");
    await world.pass(1);
    two.add("из второй");
    two.outbox.resume();
    expect(two.sent).toEqual(["из первой", "из второй"]);
    const cid = two.outbox.items[0]?.cid ?? "";
    two.acknowledge(cid);
    expect(world.storage?.length).toBe(1);
  });

  test("a failed text that another tab dealt with is gone here as well", () => {
    const world = new Simulation();
    const one = stage(world);
    one.outbox.resume();
    const cid = one.add("раз");
    one.refuse(cid, "forbidden", null);
    const two = stage(world);
    two.outbox.restore(cid);
    one.outbox.resume();
    expect(one.outbox.items).toEqual([]);
  });

  test("after seven days a text is not sent by itself, but shown", async () => {
    const { world, add } = stage();
    add("старое");
    await world.pass(7 * 24 * 3_600_000 + 1);
    const later = stage(world);
    later.outbox.resume();
    expect(later.sent).toEqual([]);
    expect(later.outbox.items[0]).toMatchObject({ state: "failed", code: "expired", text: "старое" });
  });

  test("blocked storage: everything works as long as the page lives, and it is told", () => {
    const world = new Simulation();
    world.storage = null;
    const blocked = stage(world);
    expect(blocked.outbox.durable).toBe(false);
    blocked.outbox.resume();
    const cid = blocked.add("раз");
    expect(blocked.sent).toEqual(["раз"]);
    blocked.refuse(cid, "forbidden", null);
    blocked.outbox.resume();
    expect(blocked.outbox.restore(cid)).toBe("раз");
  });

  test("full storage throws: the text is kept in memory", () => {
    const world = new Simulation();
    const full = new MemoryStorage();
    full.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    world.storage = full;
    const { outbox, add, sent } = stage(world);
    add("раз");
    expect(outbox.durable).toBe(false);
    outbox.resume();
    expect(sent).toEqual(["раз"]);
  });

  test("what another version or a stranger wrote is passed over", () => {
    const world = new Simulation();
    world.storage?.setItem("beseda/outbox/test/x", "{");
    world.storage?.setItem("beseda/outbox/test/y", '{"text":5}');
    world.storage?.setItem("other", "{}");
    expect(stage(world).outbox.items).toEqual([]);
  });
});

test("a visitor's message written without network is sent once after reload and shown all the time", async () => {
  const cast = new Cast();
  cast.server.network.weather.sockets = cast.server.network.weather.http = "refused";
  const before = cast.visitor();
  before.send("Вы работаете?");
  await cast.world.pass(5000);
  before.stop();
  const after = cast.visitor();
  expect(states(after.getState().outgoing)).toEqual(["Вы работаете?:waiting"]);
  cast.server.network.weather.sockets = "open";
  await cast.world.until(() => after.getState().line.kind === "live");
  await cast.world.pass(100);
  const [conversation] = [...cast.server.store.conversations.values()];
  expect(conversation?.public.filter(({ body }) => body.type === "message")).toHaveLength(1);
  expect(after.getState().outgoing).toEqual([]);
});

test("an operator who lost the conversation gets the text back", async () => {
  const cast = new Cast();
  const operator = cast.operator();
  const conversation = cast.server.ask("Нина", "Здравствуйте");
  const { id } = conversation.header;
  await cast.world.until(() => operator.getState().line.kind === "live");
  await Promise.all([operator.take(id), cast.world.pass(100)]);
  cast.server.giveBack(conversation);
  operator.send(id, "Секунду…");
  await cast.world.pass(100);
  const [item] = operator.getState().outgoing;
  expect(item).toMatchObject({ state: "failed", code: "not_owner" });
  expect(operator.restore(item?.cid ?? "")).toBe("Секунду…");
  expect(conversation.public.some(({ body }) => body.type === "message" && body.text === "Секунду…")).toBe(false);
});

test.each([
  ["  \n\t ", "message_empty"],
  ["a".repeat(4001), "message_too_long"],
  ["звон\u0007ок", "message_invalid"],
  ["\ud800", "message_invalid"],
])("a text that cannot be sent is refused at once: %j", (text, code) => {
  const cast = new Cast();
  expect(cast.visitor().send(text)).toMatchObject({ ok: false, code });
});
