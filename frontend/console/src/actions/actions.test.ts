import { createOperatorClient, type OperatorClient, Refusal } from "@beseda/client";
import { FakeServer, Simulation } from "@beseda/client/testing";
import { expect, test } from "vitest";
import { loadTexts } from "../i18n/texts";
import { FakeRest } from "../testing/fakeRest";
import { type ActionContext, isAvailable } from "./action";
import { close, giveBack, take, takeNext } from "./conversationActions";
import { failureText, refusalText } from "./refusals";
import { actions } from "./registry";
import { states } from "./shellActions";

const texts = await loadTexts("ru");

async function shift() {
  const world = new Simulation();
  const server = new FakeServer(world);
  const client = createOperatorClient(server.environment(world), {
    base: "https://chat.example",
    account: "olga",
    ticket: async () => "olga",
    onSignedOut: () => undefined,
    reload: () => undefined,
  });
  await world.until(() => client.getState().line.kind === "live");
  const { me } = new FakeRest(server, { setupNeeded: false, signedIn: true, broken: null }, "olga", world.now);
  const context = (id: string): ActionContext => ({
    client,
    me,
    permissions: [],
    translates: false,
    route: { page: "conversations", conversation: id },
    conversation: client.getState().conversations[id] ?? null,
    texts,
    setScheme: () => undefined,
    setLanguage: () => undefined,
    signOut: async () => undefined,
  });
  const ask = async (question: string) => {
    const { id } = server.ask("Анна", question).header;
    await world.until(() => client.getState().conversations[id]?.publicTop === 2);
    return id;
  };
  return { world, server, client, context, ask };
}

const owner = (client: OperatorClient, id: string) => client.getState().conversations[id]?.owner;

test("no two actions share a name, and none a key with one that can be done at the same time", () => {
  // A conversation and a request are never open at once.
  for (const elsewhere of ["conversation", "request"]) {
    const keys = actions.flatMap(({ group, keys }) => (group === elsewhere ? [] : (keys ?? [])));
    expect(new Set(keys).size).toBe(keys.length);
  }
  expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length);
});

test("a waiting conversation can be taken, and only then given back or closed", async () => {
  const { world, client, context, ask } = await shift();
  const id = await ask("Где заказ?");
  const offered = () => [take, giveBack, close].map((action) => isAvailable(action, context(id)));
  expect(offered()).toEqual([true, false, false]);
  await Promise.all([take.perform(context(id)), world.until(() => owner(client, id) === "olga")]);
  expect(offered()).toEqual([false, true, true]);
  await Promise.all([giveBack.perform(context(id)), world.until(() => owner(client, id) === null)]);
  expect(offered()).toEqual([true, false, false]);
});

test("the next one to take is the one that has waited longest", async () => {
  const { world, client, context, ask } = await shift();
  const first = await ask("Первый");
  await world.pass(5000);
  const second = await ask("Второй");
  await Promise.all([takeNext.perform(context(second)), world.until(() => owner(client, first) === "olga")]);
  expect(owner(client, second)).toBeNull();
  expect(location.pathname).toBe(`/conversations/${first}`);
});

test("closing asks first when the visitor's question is open", async () => {
  const { world, server, client, context, ask } = await shift();
  const id = await ask("Где заказ?");
  await Promise.all([take.perform(context(id)), world.until(() => owner(client, id) === "olga")]);
  await close.perform(context(id));
  await world.pass(1000);
  expect(client.getState().conversations[id]?.state).toBe("active");
  client.send(id, "В пути.");
  await world.until(() => context(id).conversation?.waitingSince === null);
  await Promise.all([
    close.perform(context(id)),
    world.until(() => server.store.conversations.get(id)?.header.state === "closed"),
  ]);
});

test("closing does not ask while the answer is on its way", async () => {
  const { world, server, client, context, ask } = await shift();
  const id = await ask("Где заказ?");
  await Promise.all([take.perform(context(id)), world.until(() => owner(client, id) === "olga")]);
  client.send(id, "В пути.");
  expect(context(id).conversation?.waitingSince).not.toBeNull();
  await Promise.all([
    close.perform(context(id)),
    world.until(() => server.store.conversations.get(id)?.header.state === "closed"),
  ]);
  const kinds = server.store.conversations.get(id)?.public.map(({ body }) => body.type);
  expect(kinds?.slice(-2)).toEqual(["message", "closed"]);
});

test("losing a race names the winner", async () => {
  const { client } = await shift();
  const people = client.getState().operators;
  expect(failureText(texts, new Refusal("taken", { owner: "pavel" }), people)).toBe("Диалог уже ведёт Павел Ким.");
  expect(failureText(texts, new Refusal("taken", { owner: "nobody" }), people)).toBe(
    "Диалог уже ведёт другой оператор.",
  );
  expect(refusalText(texts, "message_too_long", { limit: "16000" }, people)).toContain("16 000".replace(" ", "\u00a0"));
  expect(refusalText(texts, "brand_new", {}, people)).toContain("brand_new");
});

test("my state offers the two others", async () => {
  const { world, client, context } = await shift();
  const offered = () => Object.values(states).map((action) => isAvailable(action, context("")));
  expect(offered()).toEqual([false, true, true]);
  await Promise.all([
    states.away.perform(context("")),
    world.until(() => client.getState().operators.olga?.state === "away"),
  ]);
  expect(offered()).toEqual([true, false, true]);
});
