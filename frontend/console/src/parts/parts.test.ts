import { expect, test } from "vitest";
import { hostOf, pageTitle, pathOf, safeAddress } from "./pages";
import { differenceOf, offsetOf, timeIn, zoneLabel, zoneName } from "./zones";

const noon = Date.UTC(2026, 10, 22, 12);

test("the time of day somewhere else, and how far it is from here", () => {
  expect(timeIn("Asia/Yekaterinburg", noon, "ru")).toBe("17:00");
  expect(timeIn("America/New_York", noon, "en-US")?.replaceAll(/\s/g, " ")).toBe("7:00 AM");
  expect(zoneName("Asia/Yekaterinburg", noon, "ru")).toBe("Екатеринбург, UTC+5");
  expect(zoneName("Asia/Yekaterinburg", noon, "uk")).toBe("Єкатеринбург, UTC+5");
  expect(zoneLabel("Europe/Berlin", noon, "ru")).toBe("Германия (UTC+1) · Europe/Berlin");
  expect(zoneLabel("America/New_York", noon, "en")).toBe("America/New York (UTC−5)");
  expect(zoneLabel("UTC", noon, "uk")).toBe("UTC (UTC+0)");
  expect(differenceOf("Asia/Yekaterinburg", noon, "Europe/Moscow")).toBe(2 * 3_600_000);
  expect(differenceOf("America/New_York", noon, "Europe/Moscow")).toBe(-8 * 3_600_000);
  expect(offsetOf("Asia/Kolkata", noon)).toBe("UTC+5:30");
  expect(offsetOf("America/St_Johns", noon)).toBe("UTC−3:30");
});

test("a zone that a visitor made up is no zone", () => {
  expect(timeIn("Mars/Olympus", noon, "ru")).toBeNull();
  expect(zoneName("Mars/Olympus", noon, "ru")).toBeNull();
  expect(differenceOf("Mars/Olympus", noon)).toBeNull();
});

test.each(["javascript:alert(1)", "data:text/html,x", "не адрес", ""])(
  "%j of a visitor never becomes a link",
  (url) => {
    expect(safeAddress(url)).toBeNull();
  },
);

test("a page goes by its title, or by its path as people read it", () => {
  const page = { url: "https://chai.example/%D1%87%D0%B0%D0%B9/?a=1", referrer: "" };
  expect(pageTitle({ ...page, title: "Чай" })).toBe("Чай");
  expect(pageTitle({ ...page, title: " " })).toBe("/чай/?a=1");
  expect(pathOf("https://chai.example/%E0%A4%A")).toBe("/%E0%A4%A");
  expect(hostOf("https://chai.example/a")).toBe("chai.example");
  expect(hostOf("что-то")).toBe("что-то");
});
