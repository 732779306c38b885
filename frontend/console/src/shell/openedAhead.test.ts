import type { OperatorClient } from "@beseda/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openedAhead, PATIENCE } from "./openedAhead";

interface Opened {
  readonly operator: string;
  readonly signedOut: () => void;
  readonly client: OperatorClient;
  stopped: boolean;
}

beforeEach(() => void vi.useFakeTimers());

afterEach(() => void vi.useRealTimers());

function stage() {
  const lines: Opened[] = [];
  const { ahead, connect } = openedAhead((operator, signedOut) => {
    const client = { stop: () => (line.stopped = true) } as unknown as OperatorClient;
    const line: Opened = { operator, signedOut, client, stopped: false };
    lines.push(line);
    return client;
  });
  const told: string[] = [];
  return { lines, told, ahead, connect: (operator: string) => connect(operator, () => told.push(operator)) };
}

test("the line that was opened ahead is handed over once, and tells its holder when it ends", () => {
  const { lines, told, ahead, connect } = stage();
  ahead("olga");
  expect(connect("olga")).toBe(lines[0]?.client);
  lines[0]?.signedOut();
  expect(told).toEqual(["olga"]);
  expect(connect("olga")).toBe(lines[1]?.client);
});

test("another operator gets another line, and the one opened ahead ends", () => {
  const { lines, ahead, connect } = stage();
  ahead("olga");
  expect(connect("boris")).toBe(lines[1]?.client);
  expect(lines.map(({ operator, stopped }) => [operator, stopped])).toEqual([
    ["olga", true],
    ["boris", false],
  ]);
});

test("one that ended before somebody came is not handed over", () => {
  const { lines, told, ahead, connect } = stage();
  ahead("olga");
  lines[0]?.signedOut();
  expect(connect("olga")).toBe(lines[1]?.client);
  expect(told).toEqual([]);
});

test("one that nobody came for ends: no operator is on line without a screen", () => {
  const { lines, ahead, connect } = stage();
  ahead("olga");
  vi.advanceTimersByTime(PATIENCE);
  expect(lines[0]?.stopped).toBe(true);
  expect(connect("olga")).toBe(lines[1]?.client);
});

test("one that was handed over in time stays", () => {
  const { lines, ahead, connect } = stage();
  ahead("olga");
  connect("olga");
  vi.advanceTimersByTime(PATIENCE);
  expect(lines[0]?.stopped).toBe(false);
});
