import type { Conversation } from "@beseda/protocol";
import { describe, expect, test } from "vitest";
import { Cast } from "../testing/cast";
import { asksOf, withdrawn } from "./asks";

async function shift() {
  const cast = new Cast();
  const olga = cast.operator();
  await cast.world.until(() => olga.getState().line.kind === "live");
  const asked = cast.server.ask("Анна", "Где заказ?");
  const settle = () => cast.world.pass(200);
  const asks = () => asksOf(olga.getState());
  await settle();
  return { world: cast.world, server: cast.server, olga, asked, settle, asks };
}

const change = (conversation: Conversation, next: Partial<Conversation>): Conversation => ({
  ...conversation,
  ...next,
});

describe("what is put to me", () => {
  test("is an offer made to me, not one made to a colleague", async () => {
    const { server, asked, settle, asks } = await shift();
    server.offer(asked, "pavel", 30_000);
    await settle();
    expect(asks()).toEqual([]);
    server.offer(asked, "olga", 30_000);
    await settle();
    expect(asks()).toMatchObject([{ kind: "offer", from: null, until: asked.header.offer?.until }]);
  });

  test("is a conversation a colleague hands over to me, with the note", async () => {
    const { server, asked, settle, asks } = await shift();
    server.take(asked, "pavel");
    server.handOver(asked, "olga", null, "Спрашивает про возврат");
    await settle();
    expect(asks()).toMatchObject([{ kind: "transfer", from: "pavel", note: "Спрашивает про возврат" }]);
  });

  test("stands in the order of the deadlines", async () => {
    const { server, asked, settle, asks } = await shift();
    const second = server.ask("Олег", "А мой?");
    server.offer(asked, "olga", 30_000);
    server.offer(second, "olga", 20_000);
    await settle();
    expect(asks().map(({ conversation }) => conversation.id)).toEqual([second.header.id, asked.header.id]);
  });
});

describe("an ask that ended", () => {
  test("without me says why", async () => {
    const { server, asked, settle, asks, olga } = await shift();
    server.offer(asked, "olga", 30_000);
    await settle();
    const [ask] = asks();
    if (!ask) throw new Error("nothing was offered");
    const end = (next: Partial<Conversation>, late = 0) => {
      const state = olga.getState();
      const conversation = change(ask.conversation, next);
      return withdrawn(ask, { ...state, conversations: { [conversation.id]: conversation } }, ask.until - 9000 + late);
    };
    expect(end({})).toBeNull();
    expect(end({ state: "active", owner: "olga", offer: null })).toBeNull();
    expect(end({ state: "active", owner: "pavel", offer: null })).toEqual({ why: "taken", by: "pavel" });
    expect(end({ state: "closed" })).toEqual({ why: "closed", by: null });
    expect(end({ state: "waiting", offer: null })).toEqual({ why: "withdrawn", by: null });
    expect(end({ state: "offered", offer: { to: "pavel", until: 0 } }, 9000)).toMatchObject({ why: "late" });
    const without = { ...olga.getState(), conversations: {} };
    expect(withdrawn(ask, without, 0)).toEqual({ why: "closed", by: null });
    const elsewhere = { ...without, gone: [ask.conversation.id] };
    expect(withdrawn(ask, elsewhere, 0)).toEqual({ why: "withdrawn", by: null });
    expect(withdrawn(ask, elsewhere, ask.until)).toEqual({ why: "late", by: null });
  });

  test("is gone when I refuse it, and mine when I take it", async () => {
    const { server, world, asked, settle, asks, olga } = await shift();
    server.offer(asked, "olga", 30_000);
    await settle();
    await Promise.all([olga.refuse(asked.header.id), settle()]);
    expect(asks()).toEqual([]);
    expect(asked.header.state).toBe("waiting");
    server.offer(asked, "olga", 30_000);
    await settle();
    await Promise.all([olga.take(asked.header.id), world.until(() => asked.header.owner === "olga")]);
    expect(asks()).toEqual([]);
  });
});

describe("handing over", () => {
  test("goes to the one named, who accepts or declines", async () => {
    const { server, asked, settle, asks, olga } = await shift();
    server.take(asked, "olga");
    await settle();
    await Promise.all([olga.handOver(asked.header.id, { operator: "pavel" }, "Про доставку", false), settle()]);
    expect(asked.header.transfer).toMatchObject({ from: "olga", to: "pavel", note: "Про доставку" });
    server.take(asked, "pavel");
    server.handOver(asked, "olga", null, "Обратно");
    await settle();
    expect(asks()).toHaveLength(1);
    await Promise.all([olga.decline(asked.header.id), settle()]);
    expect(asked.header).toMatchObject({ owner: "pavel", transfer: null });
    server.handOver(asked, "olga", null, "Всё же");
    await settle();
    await Promise.all([olga.accept(asked.header.id), settle()]);
    expect(asked.header).toMatchObject({ owner: "olga", transfer: null });
  });

  test("may be to a department; taking over needs nobody's word", async () => {
    const { server, asked, settle, olga } = await shift();
    server.take(asked, "olga");
    await settle();
    await Promise.all([olga.handOver(asked.header.id, { department: "d1" }, "", true), settle()]);
    expect(asked.header.transfer).toMatchObject({ to: null, department: "d1" });
    server.take(asked, "pavel");
    await settle();
    await Promise.all([olga.takeOver(asked.header.id), settle()]);
    expect(asked.header.owner).toBe("olga");
  });
});

test("a visitor is told the place in the queue until somebody takes the question", async () => {
  const cast = new Cast();
  const { server, world } = cast;
  const window = cast.visitor();
  await world.until(() => window.getState().line.kind === "live");
  window.send("Где заказ?");
  await world.until(() => server.store.conversations.size === 1);
  const [asked] = [...server.store.conversations.values()];
  if (!asked) throw new Error("nothing was asked");
  const thread = () => window.getState().threads[asked.header.id];
  server.tellPlace(asked, 3, 120_000);
  await world.pass(200);
  expect(thread()?.queue).toEqual({ place: 3, waitMs: 120_000 });
  server.offer(asked, "olga", 30_000);
  await world.pass(200);
  expect(thread()?.header).toMatchObject({ state: "waiting" });
  expect(thread()?.queue).not.toBeNull();
  server.take(asked, "olga");
  await world.pass(200);
  expect(thread()?.queue).toBeNull();
});
