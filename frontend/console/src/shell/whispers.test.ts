import { type ConsoleState, createOperatorClient, EMPTY_CONSOLE } from "@beseda/client";
import { FakeServer, Simulation } from "@beseda/client/testing";
import { expect, test } from "vitest";
import { whispersBetween } from "./whispers";

test("a colleague's note where I answer is heard once; my own, old ones and those elsewhere are not", async () => {
  const world = new Simulation();
  const server = new FakeServer(world);
  const client = createOperatorClient(server.environment(world), {
    base: "https://chat.example",
    account: "olga",
    ticket: async () => "olga",
    onSignedOut: () => undefined,
    reload: () => undefined,
  });
  const heard: string[] = [];
  const began = world.now();
  let before: ConsoleState | null = null;
  client.subscribe(() => {
    const next = client.getState();
    heard.push(...whispersBetween(before, next, began).map(({ from, text }) => `${from}: ${text}`));
    before = next;
  });
  await world.until(() => client.getState().line.kind === "live");
  const mine = server.ask("Анна", "Где заказ?");
  const other = server.ask("Олег", "А мой?");
  server.note(mine, "pavel", "раньше");
  server.take(mine, "olga");
  server.take(other, "pavel");
  client.open(other.header.id);
  await world.pass(1000);
  client.note(mine.header.id, "своё");
  server.note(mine, "pavel", "предложи скидку");
  server.note(other, "irina", "не сюда");
  await world.pass(1000);
  expect(heard).toEqual(["pavel: предложи скидку"]);
  expect(whispersBetween(null, client.getState(), 0)).toEqual([]);
  expect(whispersBetween(EMPTY_CONSOLE, EMPTY_CONSOLE, 0)).toEqual([]);
});
