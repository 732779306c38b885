import { afterEach, expect, test } from "vitest";
import { openConsole, type Stage } from "../testing/stage";

let stage: Stage | undefined;

afterEach(() => stage?.leave());

test("a key that was left lying asks for the password anew and says why", async () => {
  stage = await openConsole("/settings/me", {});
  const around = globalThis.fetch;
  globalThis.fetch = (async (address: string, init: RequestInit = {}) => {
    if (address !== "/api/me/second-factor") return around(address, init);
    if (init.method === "POST")
      return Response.json({ secret: "ABCDEFGH", address: "otpauth://totp/a?secret=ABCDEFGH" });
    if (init.method !== "PUT") return Response.json({ on: false, codesLeft: 0 });
    const field = { field: "code", code: "second_factor_not_begun", value: null, expected: "начатое подключение" };
    return new Response(JSON.stringify({ code: "invalid", detail: "", fields: [field] }), {
      status: 422,
      headers: { "Content-Type": "application/problem+json" },
    });
  }) as typeof fetch;
  (await stage.find("button[type=submit]", "Подключить")).closest("form")?.setAttribute("data-proof", "");
  await stage.type("[data-proof] input", "tri-lopaty");
  await stage.click("[data-proof] button[type=submit]", "Подключить");
  await stage.type("input[autocomplete='one-time-code']", "123456");
  await stage.click("button", "Готово");
  await stage.find("[role=alert]", "Прошло больше десяти минут");
  await stage.find("button[type=submit]", "Подключить");
  expect(document.querySelector("input[autocomplete='one-time-code']")).toBeNull();
});
