import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { api } from "./loader/later/api";
import type { Lent } from "./loader/lent";

const root = join(import.meta.dirname, "../..");
const examples = [...readFileSync(join(root, "docs/site-api.md"), "utf8").matchAll(/```js\n([\s\S]*?)```/g)]
  .map(([, code = ""]) => code)
  .filter((code) => code.includes("Beseda("));

test("every example of the documentation runs without a complaint", () => {
  vi.useFakeTimers();
  const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
  vi.spyOn(console, "log").mockImplementation(() => {});
  const said: unknown[] = [];
  let state = { open: false, count: 0, ready: true };
  const say = (frame: unknown) => said.push(frame) > 0;
  const lent: Lent = {
    calls: [],
    place: document.createElement("div"),
    now: () => state,
    open(open) {
      state = { ...state, open };
    },
    shutdown: () => {},
    rule: () => {},
    send: say,
    ask: say,
    tell: say,
  };
  const run = api(lent);
  const beseda = (...call: unknown[]) => {
    lent.calls.push(call);
    run();
  };
  const link = Object.assign(document.createElement("a"), { id: "write-to-us" });
  const count = Object.assign(document.createElement("b"), { id: "unread" });
  document.body.replaceChildren(link, count);
  expect(examples.length).toBeGreaterThan(4);
  for (const code of examples) new Function("Beseda", code)(beseda);
  vi.runAllTimers();
  link.click();
  lent.hear?.({ t: "event", event: { name: "ended", by: "operator" } });
  state = { ...state, count: 3 };
  lent.hear?.({ t: "unread", count: 3 });
  expect(warned).not.toHaveBeenCalled();
  expect(state.open).toBe(true);
  expect(count.textContent).toBe("3");
  expect(said).toContainEqual({ t: "goal", name: "order", value: 1200 });
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test("the types accept every example of the documentation, and refuse mistakes", () => {
  const folder = mkdtempSync(join(tmpdir(), "beseda-types-"));
  try {
    writeFileSync(
      join(folder, "beseda.d.ts"),
      readFileSync(join(root, "frontend/widget/loader/public/loader/beseda.d.ts")),
    );
    for (const [at, code] of examples.entries()) writeFileSync(join(folder, `example${at}.js`), `export {};\n${code}`);
    const mistakes = [
      'Beseda("opne")',
      'Beseda("goal", "order", "1200")',
      'Beseda("on", "unread", ({ text }) => text)',
    ];
    const wrong = mistakes.map((code) => `// @ts-expect-error\n${code};\n`).join("");
    writeFileSync(join(folder, "wrong.ts"), `export {};\n${wrong}`);
    const options = { noEmit: true, allowJs: true, checkJs: true, strict: true, noImplicitAny: false, types: [] };
    const lib = { lib: ["es2022", "dom"], target: "es2022", module: "esnext", moduleResolution: "bundler" };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { ...options, ...lib } }));
    execFileSync(join(root, "node_modules/.bin/tsc"), ["-p", folder], { stdio: "pipe", encoding: "utf8" });
  } catch (failed) {
    expect((failed as { stdout?: string }).stdout ?? failed).toBe("");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
