import { Refusal } from "@beseda/client";
import { describe, expect, test } from "vitest";
import protocol from "../../../../docs/protocol.md?raw";
import { languages, loadTexts } from "../i18n/texts";
import { Problem } from "../rest/problem";
import { failureText, refusalText } from "./refusals";

/** Every code the line may refuse with; a test of the server holds the table to its sources. */
const codes = [...(protocol.split("## Codes of refusal")[1]?.split("\n## ")[0] ?? "").matchAll(/^\| `(\w+)` \|/gm)].map(
  ([, code]) => code as string,
);

/** What the client itself says no with. */
const own = ["outbox_full", "expired", "stopped", "network"];

test("the protocol's table of codes is found", () => {
  expect(codes).toContain("not_owner");
  expect(codes.length).toBeGreaterThan(10);
});

describe.each(languages)("in %s", (language) => {
  test.each([...codes, ...own])("%s has words of its own", async (code) => {
    const texts = await loadTexts(language);
    const said = refusalText(texts, code, { limit: "4000", length: "4001", owner: "7" }, {});
    expect(said).not.toBe(texts.t("refused.other", { code }));
    expect(said).not.toMatch(/[{}]/);
    expect(failureText(texts, new Refusal(code), {})).not.toBe(texts.t("refused.other", { code }));
  });

  test("a code of a newer server is named rather than swallowed", async () => {
    const texts = await loadTexts(language);
    expect(failureText(texts, new Refusal("brand_new"), {})).toContain("brand_new");
    expect(failureText(texts, new Problem(502, "http_502", ""), {})).toContain("http_502");
  });

  test("the server's own sentence goes before ours", async () => {
    const texts = await loadTexts(language);
    expect(failureText(texts, new Problem(403, "forbidden", "Нельзя."), {})).toBe("Нельзя.");
  });
});
