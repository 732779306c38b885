import type { TextDocument } from "@beseda/protocol";
import { expect, test } from "vitest";
import { dayView, unreadOfVisitor } from "../state/day";
import { mine, timeline, typistsOf, unreadOfOperator, waiting } from "../state/timeline";
import { Cast } from "../testing/cast";
import { Refusal } from "./types";

const texts = (rows: ReturnType<typeof dayView>) =>
  rows.flatMap((row) => (row.kind === "message" || row.kind === "outgoing" ? [`${row.text}:${row.tick}`] : []));

test("a question is asked, taken, answered and closed; ticks follow", async () => {
  const stage = new Cast();
  const visitor = stage.visitor();
  const operator = stage.operator();
  await stage.world.until(() => visitor.getState().line.kind === "live" && operator.getState().line.kind === "live");

  expect(visitor.send("Есть зелёный чай?")).toMatchObject({ ok: true });
  expect(texts(dayView(visitor.getState()))).toEqual(["Есть зелёный чай?:sending"]);
  await stage.world.pass(100);
  expect(texts(dayView(visitor.getState()))).toEqual(["Есть зелёный чай?:stored"]);
  expect(visitor.getState().outgoing).toEqual([]);

  const [question] = waiting(operator.getState());
  expect(question?.preview?.text).toBe("Есть зелёный чай?");
  const id = question?.id ?? "";
  await Promise.all([operator.take(id), stage.world.pass(100)]);
  expect(mine(operator.getState()).map((conversation) => conversation.id)).toEqual([id]);
  expect(unreadOfOperator(operator.getState(), id)).toBe(1);

  operator.seen(id, operator.getState().threads[id]?.public.last ?? 0);
  operator.typing(id, true);
  await stage.world.pass(100);
  expect(unreadOfOperator(operator.getState(), id)).toBe(0);
  expect(texts(dayView(visitor.getState()))).toEqual(["Есть зелёный чай?:shown"]);
  expect(visitor.getState().threads[id]?.typists).toHaveLength(1);

  operator.send(id, "Есть, три сорта.");
  operator.note(id, "постоянный покупатель");
  await stage.world.pass(100);
  expect(visitor.getState().threads[id]?.typists).toEqual([]);
  expect(unreadOfVisitor(visitor.getState())).toBe(1);
  expect(texts(dayView(visitor.getState()))).toContain("Есть, три сорта.:null");
  expect(JSON.stringify(visitor.getState())).not.toContain("постоянный");
  const bodies = timeline(operator.getState(), id).map((row) =>
    row.kind === "event" ? row.event.body.type : row.kind,
  );
  expect(bodies).toEqual(["opened", "message", "joined", "message", "note"]);

  await Promise.all([operator.close(id), stage.world.pass(100)]);
  expect(visitor.getState().threads[id]?.header.state).toBe("closed");
  expect(mine(operator.getState())).toEqual([]);
});

test("earlier conversations come page by page above what is there, and nothing shows over a hole", async () => {
  const stage = new Cast();
  stage.server.pageOfPast = 2;
  const before = stage.visitor();
  await stage.world.until(() => before.getState().line.kind === "live");
  for (let number = 1; number <= 5; number++) {
    before.send(`${number}`);
    await stage.world.pass(100);
    const asked = [...stage.server.store.conversations.values()].at(-1);
    if (number === 3)
      for (let word = 1; word <= 310; word++) if (asked) stage.server.say(asked, "olga", `слово ${word}`);
    if (asked) stage.server.finish(asked, "operator");
    await stage.world.pass(1000);
  }
  before.stop();
  const visitor = stage.visitor();
  await stage.world.until(() => visitor.getState().line.kind === "live");
  const shown = () => dayView(visitor.getState()).flatMap((row) => (row.kind === "message" ? [row.text] : []));
  expect(shown()).toEqual(["4", "5"]);
  const above = async () => {
    visitor.above();
    visitor.above();
    await stage.world.pass(100);
  };
  await above();
  expect(shown()).toEqual([...Array.from({ length: 49 }, (_, at) => `слово ${262 + at}`), "4", "5"]);
  for (let pages = 0; pages < 6; pages++) await above();
  expect(shown().slice(0, 4)).toEqual(["2", "3", "слово 1", "слово 2"]);
  await above();
  expect(shown()[0]).toBe("1");
  expect(visitor.getState()).toMatchObject({ earlier: false, loading: false });
});

test("somebody typing is forgotten after 6 s", async () => {
  const stage = new Cast();
  const operator = stage.operator();
  const conversation = stage.server.ask("Нина", "Здравствуйте");
  await stage.world.until(() => operator.getState().line.kind === "live");
  operator.open(conversation.header.id);
  await stage.world.pass(100);
  stage.server.typing(conversation.header.id, "visitor", null, true);
  await stage.world.pass(5900);
  expect(typistsOf(operator.getState(), conversation.header.id)).toHaveLength(1);
  await stage.world.pass(200);
  expect(typistsOf(operator.getState(), conversation.header.id)).toEqual([]);
});

test("whoever types on right after sending is seen typing", async () => {
  const stage = new Cast();
  const visitor = stage.visitor();
  const operator = stage.operator();
  await stage.world.until(() => visitor.getState().line.kind === "live" && operator.getState().line.kind === "live");
  visitor.send("Есть лейки?");
  await stage.world.until(() => waiting(operator.getState()).length === 1);
  const id = waiting(operator.getState())[0]?.id ?? "";
  await Promise.all([operator.take(id), stage.world.pass(100)]);
  operator.typing(id, true);
  operator.send(id, "Есть.");
  await stage.world.pass(100);
  expect(visitor.getState().threads[id]?.typists).toEqual([]);
  operator.typing(id, true);
  await stage.world.pass(100);
  expect(visitor.getState().threads[id]?.typists).toHaveLength(1);
});

test("whose words have come is typing no more", async () => {
  const stage = new Cast();
  const operator = stage.operator();
  const conversation = stage.server.ask("Нина", "Здравствуйте");
  await stage.world.until(() => operator.getState().line.kind === "live");
  const { id } = conversation.header;
  operator.open(id);
  await stage.world.pass(100);
  stage.server.typing(id, "visitor", null, true);
  await stage.world.pass(100);
  expect(typistsOf(operator.getState(), id)).toHaveLength(1);
  stage.server.say(conversation, null, "Есть лейки?");
  await stage.world.pass(100);
  expect(typistsOf(operator.getState(), id)).toEqual([]);
});

test("a command that comes too late is refused with its reason", async () => {
  const stage = new Cast();
  const operator = stage.operator();
  const conversation = stage.server.ask("Нина", "Здравствуйте");
  await stage.world.until(() => waiting(operator.getState()).length === 1);
  const taken = operator.take(conversation.header.id).catch((refusal: unknown) => refusal);
  stage.server.take(conversation, "pavel");
  await stage.world.pass(100);
  const refusal = await taken;
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({ code: "taken", params: { owner: "pavel" } });
});

test("a command survives the loss of the line", async () => {
  const stage = new Cast();
  const operator = stage.operator();
  const conversation = stage.server.ask("Нина", "Здравствуйте");
  await stage.world.until(() => waiting(operator.getState()).length === 1);
  const taken = operator.take(conversation.header.id);
  stage.server.network.cut();
  await Promise.all([taken, stage.world.pass(5000)]);
  expect(conversation.header.owner).toBe("olga");
  expect(conversation.public.filter(({ body }) => body.type === "joined")).toHaveLength(1);
});

test("what was seen counts only while the page is visible, and is said once a second at most", async () => {
  const stage = new Cast();
  const visitor = stage.visitor();
  await stage.world.until(() => visitor.getState().line.kind === "live");
  visitor.send("раз");
  await stage.world.pass(100);
  const [conversation] = [...stage.server.store.conversations.values()];
  const id = conversation?.header.id ?? "";
  stage.world.signal("hidden");
  visitor.seen(id, 1);
  await stage.world.pass(2000);
  expect(conversation?.header.visitorSeen).toBe(0);
  stage.world.signal("wake");
  visitor.seen(id, 2);
  await stage.world.pass(100);
  expect(conversation?.header.visitorSeen).toBe(1);
  await stage.world.pass(1000);
  expect(conversation?.header.visitorSeen).toBe(2);
});

test("what a visitor writes is told twice a second at most, its end always, and is forgotten when it is sent", async () => {
  const stage = new Cast();
  const visitor = stage.visitor();
  const operator = stage.operator();
  await stage.world.until(() => visitor.getState().line.kind === "live" && operator.getState().line.kind === "live");
  visitor.send("Есть лейки?");
  await stage.world.until(() => waiting(operator.getState()).length === 1);
  const id = waiting(operator.getState())[0]?.id ?? "";
  const shown: string[] = [];
  operator.subscribe(() => {
    const now = operator.getState().drafts[id] ?? "";
    if (now !== (shown.at(-1) ?? "")) shown.push(now);
  });
  for (const text of ["А", "А п", "А по", "А поч", "А почё", "А почём"]) {
    visitor.draft(id, text);
    await stage.world.pass(50);
  }
  await stage.world.pass(600);
  expect(shown).toEqual(["А", "А почём"]);
  visitor.send("А почём");
  visitor.draft(id, "");
  await stage.world.pass(100);
  expect(operator.getState().drafts[id]).toBeUndefined();
});

test("what is not mine to see any more is forgotten, and known again when it comes back", async () => {
  const stage = new Cast();
  const operator = stage.operator();
  const conversation = stage.server.ask("Нина", "Здравствуйте");
  const { id } = conversation.header;
  await stage.world.until(() => waiting(operator.getState()).length === 1);
  operator.open(id);
  await stage.world.until(() => timeline(operator.getState(), id).length > 0);
  stage.server.typing(id, "visitor", null, true);
  stage.server.draft(id, "Мой адрес");
  stage.server.takeAway(conversation, "olga");
  await stage.world.until(() => operator.getState().gone.length > 0);
  stage.server.say(conversation, null, "Это уже не вам");
  await stage.world.pass(100);
  const { conversations, threads, typists, drafts, gone } = operator.getState();
  expect({ conversations, threads, typists, drafts, gone }).toEqual({
    conversations: {},
    threads: {},
    typists: {},
    drafts: {},
    gone: [id],
  });
  stage.server.take(conversation, "olga");
  await stage.world.until(() => timeline(operator.getState(), id).length > 0);
  expect(operator.getState().gone).toEqual([]);
});

test("an answer is changed and taken back; the visitor's window and one opened later say the same", async () => {
  const stage = new Cast();
  const visitor = stage.visitor();
  const operator = stage.operator();
  await stage.world.until(() => visitor.getState().line.kind === "live" && operator.getState().line.kind === "live");
  visitor.send("Сколько стоит?");
  await stage.world.until(() => waiting(operator.getState()).length === 1);
  const id = waiting(operator.getState())[0]?.id ?? "";
  await Promise.all([operator.take(id), stage.world.pass(100)]);
  operator.send(id, "Сто");
  await stage.world.pass(100);
  const seq = operator.getState().threads[id]?.public.last ?? 0;
  const last = () =>
    dayView(visitor.getState())
      .filter(({ kind }) => kind === "message")
      .at(-1);

  const document: TextDocument = {
    blocks: [{ type: "paragraph", runs: [{ text: "Двести", marks: [{ type: "bold" }] }] }],
  };
  await Promise.all([operator.edit(id, seq, "Двести", document), stage.world.pass(100)]);
  expect(last()).toMatchObject({ text: "Двести", document, corrected: "edited", seq });
  expect(unreadOfVisitor(visitor.getState())).toBe(1);
  await Promise.all([operator.edit(id, seq, "Триста"), stage.world.pass(100)]);
  expect(last()).toMatchObject({ text: "Триста", document: undefined, corrected: "edited" });

  await Promise.all([operator.takeBack(id, seq), stage.world.pass(100)]);
  expect(last()).toMatchObject({ text: "", corrected: "deleted" });
  expect(JSON.stringify(visitor.getState())).not.toMatch(/Сто|Двести|Триста/);
  const mistake = expect(operator.edit(id, seq, "Вернуть")).rejects.toMatchObject({ code: "message_unknown" });
  await Promise.all([mistake, stage.world.pass(100)]);
});
