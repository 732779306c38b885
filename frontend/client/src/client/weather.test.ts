import { expect, test } from "vitest";
import type { Frame } from "../line/wire";
import { Cast } from "../testing/cast";
import type { StoredConversation } from "../testing/store";

/** What a real line never loses alone, but a lost line takes with it. */
const FRAGILE = new Set(["events", "ack", "beat", "typing", "seen", "page"]);

/** Drops, doubles and delays frames past the next one. */
function storm(random: () => number) {
  let late: Frame[] = [];
  return (frame: Frame): readonly Frame[] => {
    const chance = FRAGILE.has(frame.t) ? random() : 1;
    if (chance < 0.1) {
      return [];
    }
    if (chance < 0.2) {
      return [frame, frame];
    }
    if (chance < 0.35) {
      late.push(frame);
      return [];
    }
    const arrived = [frame, ...late];
    late = [];
    return arrived;
  };
}

const textsOf = (conversation: StoredConversation, kind: "visitor" | "operator") =>
  conversation.public.flatMap(({ author, body }) =>
    author.kind === kind && body.type === "message" ? [body.text] : [],
  );

function disturb(cast: Cast, dice: number): void {
  const { weather } = cast.server.network;
  if (dice < 0.1) {
    cast.server.network.cut([1006, 1012, 4000, 4008][Math.floor(dice * 40)] ?? 1006);
  } else if (dice < 0.15) {
    weather.sockets = (["refused", "stuck", "swallowed"] as const)[Math.floor((dice - 0.1) * 60)] ?? "open";
    cast.server.network.cut();
  } else if (dice < 0.25) {
    weather.sockets = "open";
  } else if (dice < 0.3) {
    weather.http = weather.http === "open" ? "refused" : "open";
  } else if (dice < 0.33) {
    cast.world.signal("wake");
  }
}

/** Both sides talk for two minutes in bad weather; then it clears up and every line is renewed once. */
async function converse(seed: number) {
  const cast = new Cast(seed);
  const { world, server } = cast;
  let visitor = cast.visitor();
  const operator = cast.operator();
  await world.until(() => operator.getState().line.kind === "live" && visitor.getState().line.kind === "live");
  visitor.send("v0");
  await world.pass(100);
  const conversation = [...server.store.conversations.values()][0] as StoredConversation;
  const { id } = conversation.header;
  await Promise.all([operator.take(id), world.pass(100)]);

  server.network.weather.toClient = storm(world.random);
  const said = { visitor: ["v0"], operator: [] as string[] };
  for (let turn = 1; turn <= 60; turn++) {
    const dice = world.random();
    if (dice < 0.4) {
      visitor.send(`v${turn}`);
      said.visitor.push(`v${turn}`);
    } else if (dice < 0.7) {
      operator.send(id, `o${turn}`);
      said.operator.push(`o${turn}`);
    } else if (dice < 0.75) {
      visitor.stop();
      visitor = cast.visitor();
    }
    disturb(cast, world.random());
    await world.pass(world.random() * 4000);
  }
  Object.assign(server.network.weather, { sockets: "open", http: "open", toClient: (frame: Frame) => [frame] });
  await world.pass(30_000);
  server.network.cut();
  await world.pass(60_000);
  return { conversation, visitor, operator, said, id };
}

test("whatever the weather: everything said is stored once, in order, and everybody has the same log", async () => {
  for (let seed = 1; seed <= 25; seed++) {
    const { conversation, visitor, operator, said, id } = await converse(seed);
    expect(textsOf(conversation, "visitor"), `seed ${seed}`).toEqual(said.visitor);
    expect(textsOf(conversation, "operator"), `seed ${seed}`).toEqual(said.operator);
    expect(visitor.getState().threads[id]?.log.events, `seed ${seed}`).toEqual(conversation.public);
    expect(operator.getState().threads[id]?.public.events, `seed ${seed}`).toEqual(conversation.public);
    expect(visitor.getState().outgoing, `seed ${seed}`).toEqual([]);
    expect(operator.getState().outgoing, `seed ${seed}`).toEqual([]);
  }
});
