import { afterEach, expect, test, vi } from "vitest";
import { openConsole, type Stage } from "../testing/stage";

let stage: Stage | undefined;

afterEach(() => {
  vi.restoreAllMocks();
  stage?.leave();
  stage = undefined;
});

test("what is typed into the next field while a name is being saved is not lost", async () => {
  stage = await openConsole("/conversations/c1", {}, (server) => server.ask(null, "Сколько стоит?"));
  const on = stage;
  await on.click("header button[aria-expanded=false]");
  const real = globalThis.fetch;
  let answer: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let saved = false;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (address, init) => {
    if (init?.method !== "PUT") return real(address, init);
    await held;
    const response = await real(address, init);
    saved = true;
    return response;
  });
  await on.type("aside input[aria-label='Имя']", "Анна");
  await on.press("aside input[aria-label='Имя']", "Enter");
  await on.type("aside input[aria-label='Электронная почта'], aside input[type=email]", "anna@");
  answer();
  await on.until(() => saved);
  await on.find("aside p", "Анна");
  expect(document.querySelector<HTMLInputElement>("aside input[type=email]")?.value).toBe("anna@");
});
