import { expect, test } from "vitest";
import type { Asking } from "../shared/notifying";
import { type Browser, subscribe, worker } from "./subscribe";

const asking: Asking = { site: "KEY", token: "secret", page: "https://shop.example/", language: "ru", accent: null };

function browser(answers: Partial<Record<"GET" | "POST", number>>, permission: NotificationPermission = "granted") {
  const asked: { address: string; init: RequestInit | undefined }[] = [];
  const registered: string[] = [];
  const subscription = {
    endpoint: "https://push.example/1",
    toJSON: () => ({ keys: { p256dh: "point", auth: "salt" } }),
  };
  const made = {
    notifications: { requestPermission: async () => permission },
    workers: {
      register: async (script: string) => {
        registered.push(script);
        return { pushManager: { subscribe: async () => subscription } };
      },
    },
    fetch: async (address: string, init?: RequestInit) => {
      asked.push({ address, init });
      const status = answers[init?.method === "POST" ? "POST" : "GET"] ?? 200;
      return new Response(status === 204 ? null : '{"offered":true,"on":false,"key":"ours"}', { status });
    },
  } as unknown as Browser;
  return { made, asked, registered };
}

test("who agrees is told to the server, with what his browser said", async () => {
  const { made, asked, registered } = browser({ POST: 204 });
  expect(await subscribe(asking, made)).toBe("agreed");
  expect(registered).toEqual([worker]);
  expect(asked.map(({ address }) => address)).toEqual(["/api/visitor/KEY/push", "/api/visitor/KEY/push"]);
  expect(asked[1]?.init?.headers).toMatchObject({ "X-Beseda": "1", "X-Beseda-Token": "secret" });
  expect(JSON.parse(String(asked[1]?.init?.body))).toEqual({
    endpoint: "https://push.example/1",
    key: "point",
    secret: "salt",
    page: "https://shop.example/",
  });
});

test("who refuses is asked nothing more, and the server hears nothing", async () => {
  const { made, asked } = browser({}, "denied");
  expect(await subscribe(asking, made)).toBe("denied");
  expect(asked).toEqual([]);
});

test.each([{ GET: 401 }, { POST: 422 }])("what the server refuses may be tried again: %o", async (answers) => {
  expect(await subscribe(asking, browser(answers).made)).toBe("failed");
});

test("a browser without notifications says so, one without a network may try again", async () => {
  const { made } = browser({});
  expect(await subscribe(asking, { ...made, notifications: null })).toBe("unable");
  expect(await subscribe(asking, { ...made, fetch: () => Promise.reject(new TypeError("no network")) })).toBe("failed");
});
