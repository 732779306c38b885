import { afterEach, expect, test } from "vitest";
import type { Timetable } from "../rest/hours";
import { openConsole, type Stage } from "../testing/stage";

const office: Timetable = {
  id: "h1",
  name: "Офис",
  timeZone: "Europe/Moscow",
  week: Array.from({ length: 7 }, () => [{ from: 540, to: 1080 }]),
  days: [],
  open: true,
  changesAt: null,
  sites: [],
  departments: [],
};

let stage: Stage | undefined;

afterEach(() => stage?.leave());

test("a department is let go by hours with its other changes, and the list says so", async () => {
  stage = await openConsole("/settings/departments", { role: "administrator" });
  stage.rest.hours.timetables = [office];
  const { departments } = stage.rest;
  await stage.click("button", departments[0]?.name ?? "");
  await stage.find("[role=dialog] label", "Часы работы отдела");
  await stage.click("[role=dialog] input[aria-haspopup=listbox]:not([type=hidden])[value='Как у сайта']");
  await stage.click("[role=option]", "Офис");
  await stage.click("[role=dialog] button[type=submit]:not([disabled])");
  await stage.until(() => document.querySelector("[role=dialog]") === null);
  expect(stage.rest.hours.timetables[0]?.departments).toEqual([departments[0]?.id]);
  await stage.click("a", "Часы работы");
  await stage.find("a", `По ним работают: ${departments[0]?.name}`);
  await stage.find("a", "ежедневно 09:00–18:00");
});

test("what is wrong with a day is said at it, and what was typed stays", async () => {
  stage = await openConsole("/settings/hours/new", { role: "administrator" });
  const around = globalThis.fetch;
  globalThis.fetch = (async (address: string, init: RequestInit = {}) => {
    if (init.method !== "POST" || address !== "/api/hours") return around(address, init);
    const field = { field: "week[0]", code: "ranges", value: null, expected: "часы по порядку" };
    return new Response(JSON.stringify({ code: "invalid", detail: "", fields: [field] }), {
      status: 422,
      headers: { "Content-Type": "application/problem+json" },
    });
  }) as typeof fetch;
  await stage.type("input[maxlength='60']", "Склад");
  await stage.type("input[aria-label='Понедельник, до']", "00:00");
  await stage.click("button[type=submit]:not([disabled])", "Сохранить");
  await stage.find("[role=alert]", "Часы по порядку");
  expect(document.querySelector<HTMLInputElement>("input[maxlength='60']")?.value).toBe("Склад");
  expect(document.querySelectorAll("input[aria-invalid=true]")).toHaveLength(2);
});
