import { expect, test } from "vitest";
import type { Account } from "./field/server";
import { Stage } from "./field/stage";

/** Worked time of somebody whose browser or server is killed without a word, at the clock of the machine. */
const stage = new Stage();

interface Stretch {
  readonly state: string;
  readonly from: number;
  readonly until: number;
}

interface Worked {
  readonly operators: readonly { operator: string; days: readonly { stretches: readonly Stretch[] }[] }[];
}

/** The stretches somebody was on line, by the server's books; one over midnight, which has two days, is one. */
async function watched(account: Account) {
  const administration = await stage.administration();
  const id = (await administration.operators()).find(({ email }) => email === account.email)?.id;
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  return async () => {
    const { operators } = await administration.send<Worked>(
      "GET",
      `/api/worktime?from=${day(-1)}&until=${day(1)}&zone=UTC&operators=${id}`,
    );
    const online = operators
      .flatMap(({ days }) => days.flatMap(({ stretches }) => stretches))
      .filter(({ state, from, until }) => state === "online" && from < until);
    const ends = online.filter(({ until }) => !online.some(({ from }) => from === until));
    return online
      .filter(({ from }) => !online.some(({ until }) => until === from))
      .map(({ from }, index) => ({ from, until: ends[index]?.until ?? 0 }));
  };
}

/** Who is gone before the first sign of life has not worked: longer than a busy browser may keep silent. */
async function workedAWhile(online: () => Promise<{ from: number; until: number }[]>) {
  const length = async () => (await online()).reduce((sum, { from, until }) => sum + until - from, 0);
  await expect.poll(length, { timeout: 30_000 }).toBeGreaterThan(6000);
  return online();
}

/** What may be between a moment here and the same one in the books: a second, and the slowness of a busy machine. */
const tolerance = 5000;

test("the browser is killed: the worked time ends there", async ({ annotate }) => {
  const administration = await stage.administration();
  const account = await administration.addOperator("Клава");
  const online = await watched(account);
  const sat = Date.now();
  const { kill } = await stage.mortal(account);
  const [begun] = await workedAWhile(online);
  expect(begun?.from).toBeGreaterThanOrEqual(sat);

  await kill();
  const killed = Date.now();
  await expect
    .poll(async () => Date.now() - ((await online()).at(-1)?.until ?? 0), { timeout: 40_000, interval: 500 })
    .toBeGreaterThan(2 * tolerance);
  const stretches = await online();
  const end = stretches.at(-1)?.until ?? 0;
  await annotate(`browser killed: the worked time ends ${end - killed} ms after`);
  expect(stretches.length).toBe(1);
  expect(Math.abs(end - killed)).toBeLessThan(tolerance);
});

test("the server is killed: what was worked before is kept to the second, what nobody could sign for is not there", async ({
  annotate,
}) => {
  const administration = await stage.administration();
  const account = await administration.addOperator("Рая");
  const online = await watched(account);
  await stage.operator({ who: account });
  await workedAWhile(online);

  const killed = Date.now();
  await stage.server.kill();
  await stage.server.startAgain();
  const started = Date.now();
  await expect.poll(async () => (await online()).length, { timeout: 40_000, interval: 500 }).toBe(2);
  const [before, after] = await online();
  const end = before?.until ?? 0;
  await annotate(
    `server killed: the worked time ends ${killed - end} ms before, goes on ${(after?.from ?? 0) - started} ms after the start`,
  );
  expect(killed - end).toBeLessThan(tolerance);
  expect(end - killed).toBeLessThan(200);
  expect(after?.from).toBeGreaterThan(killed);
});
