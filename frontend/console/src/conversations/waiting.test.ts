import { expect, test } from "vitest";
import { aConversation } from "../testing/conversations";
import { alarmsAt, alarmsBetween, countedWait, type Lateness, urgencyOf, waitedFor } from "./waiting";

const minute = 60_000;
const usual: Lateness = { after: 5 * minute, warning: 2 * minute };

test("amber comes while there is time to be in time, red when the answer is late", () => {
  const at = (minutes: number, lateness = usual) => urgencyOf(minutes * minute, lateness);
  expect([0, 2.9, 3, 4.9, 5, 60].map((minutes) => at(minutes))).toEqual([
    "calm",
    "calm",
    "soon",
    "soon",
    "late",
    "late",
  ]);
  expect(at(0.9, { after: minute, warning: 0 })).toBe("calm");
  expect(at(1, { after: minute, warning: 0 })).toBe("late");
});

test("only a visitor who spoke last and whose conversation is open waits", () => {
  const waiting = aConversation("a", { waitingSince: 1000 });
  expect(waitedFor(waiting, 4000)).toBe(3000);
  expect(waitedFor(waiting, 500)).toBe(0);
  expect(waitedFor({ ...waiting, waitingSince: null }, 4000)).toBeNull();
  expect(waitedFor({ ...waiting, state: "closed" }, 4000)).toBeNull();
});

test("who waits longest comes first, and who does not press stays out", () => {
  const mine = [
    aConversation("new", { waitingSince: 5 * minute }),
    aConversation("old", { waitingSince: 0 }),
    aConversation("middle", { waitingSince: 2 * minute }),
    aConversation("answered", { waitingSince: null }),
  ];
  const pressing = alarmsAt(mine, usual, 5 * minute);
  expect(pressing.map(({ conversation: { id }, urgency }) => `${id} ${urgency}`)).toEqual(["old late", "middle soon"]);
});

test("five conversations over an hour: each step of each wait rings once, at whatever pace one looks", () => {
  const waits = [0, 1, 7, 20, 48].map((start) => aConversation(`from ${start}`, { waitingSince: start * minute }));
  const expected = waits.flatMap(({ id }) => [`${id} soon`, `${id} late`]).sort();
  for (const pace of [1000, 7000, 61_000]) {
    const rung: string[] = [];
    for (let now = 0; now < 60 * minute; now += pace) {
      for (const { conversation, urgency } of alarmsBetween(waits, usual, now - pace, now)) {
        rung.push(`${conversation.id} ${urgency}`);
      }
    }
    expect(rung.sort()).toEqual(expected);
  }
});

test("a computer that slept rings once for what became late meanwhile", () => {
  const slept = [aConversation("a", { waitingSince: 0 })];
  const rung = alarmsBetween(slept, usual, minute, 60 * minute);
  expect(rung.map(({ urgency }) => urgency)).toEqual(["late"]);
  expect(alarmsBetween(slept, usual, 60 * minute, 61 * minute)).toEqual([]);
});

test("an answer in time silences the alarm, and the next wait begins anew", () => {
  const answered = [aConversation("a", { waitingSince: null })];
  expect(alarmsBetween(answered, usual, 2 * minute, 4 * minute)).toEqual([]);
  const again = [aConversation("a", { waitingSince: 4 * minute })];
  expect(alarmsBetween(again, usual, 4 * minute, 6 * minute)).toEqual([]);
  expect(alarmsBetween(again, usual, 6 * minute, 7 * minute)).toHaveLength(1);
});

test("where only working hours count, the night between two days makes nothing late", () => {
  const hour = 60 * minute;
  const open = [[0, 10 * hour] as const, [24 * hour, 34 * hour] as const];
  const lateness: Lateness = { ...usual, open: ({ site }) => (site === "office" ? open : undefined) };
  const evening = aConversation("a", { waitingSince: 10 * hour - 2 * minute, site: "office" });
  const always = aConversation("b", { waitingSince: 10 * hour - 2 * minute, site: "shop" });
  expect(countedWait(evening, lateness, 9.5 * hour)).toBe(0);
  expect(countedWait(evening, lateness, 23 * hour)).toBe(2 * minute);
  expect(countedWait(evening, lateness, 24 * hour + 3 * minute)).toBe(5 * minute);
  expect(countedWait(always, lateness, 23 * hour)).toBe(13 * hour + 2 * minute);
  expect(countedWait({ ...evening, waitingSince: null }, lateness, 23 * hour)).toBeNull();
  const rung: string[] = [];
  for (let now = 10 * hour; now < 25 * hour; now += 1000) {
    for (const { urgency } of alarmsBetween([evening], lateness, now - 1000, now))
      rung.push(`${urgency} ${now / minute}`);
  }
  expect(rung).toEqual([`soon ${24 * 60 + 1}`, `late ${24 * 60 + 3}`]);
});
