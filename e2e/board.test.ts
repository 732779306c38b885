import { expect, test } from "vitest";
import { bringAxe, hindrances } from "./field/axe";
import { signIn } from "./field/browser";
import { Stage } from "./field/stage";
import { inConsole } from "./field/words";

const stage = new Stage();

test("a screen on the wall counts questions as they come, says when it is stale and goes on by itself", async () => {
  const context = await stage.context();
  await bringAxe(context);
  await signIn(context, stage.server.address);
  const page = await context.newPage();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(`${stage.server.address}/board`);
  const waiting = page.getByRole("region", { name: inConsole("board.waiting") });
  const count = async () => Number.parseInt((await waiting.locator("p").nth(1).textContent()) ?? "", 10);
  await page
    .getByRole("region", { name: inConsole("board.today") })
    .locator("dd")
    .first()
    .waitFor();
  await expect.poll(count, { timeout: 15_000 }).toBeGreaterThanOrEqual(0);
  const before = await count();

  const anna = await stage.visitor();
  await anna.open();
  await anna.write("Есть ли лопаты?");
  await expect.poll(count, { timeout: 15_000 }).toBe(before + 1);
  expect(await hindrances(page), "the board").toEqual([]);
  const [height, shown] = await page
    .locator("section[data-look]")
    .evaluate(({ scrollHeight, clientHeight }) => [scrollHeight, clientHeight]);
  expect(height).toBe(shown);

  await context.setOffline(true);
  await page.getByRole("status").getByText(lost).waitFor();
  const boris = await stage.visitor();
  await boris.open();
  await boris.write("А грабли?");
  await context.setOffline(false);
  await expect.poll(count, { timeout: 30_000 }).toBe(before + 2);
  await page.getByRole("status").getByText(lost).waitFor({ state: "detached" });
});

/** What stands before the time at which the connection was lost. */
const lost = inConsole("board.lost", { time: "" }).split(":")[0]?.trim() ?? "";
