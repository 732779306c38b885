import { expect, test } from "vitest";
import { createUploads, MOST_FILES, type Uploads } from "./uploads";

interface Held {
  name: string;
  size: number;
  bytes: number;
}

/** A server that keeps lengths, and a network that breaks when told to. */
function stage() {
  const held = new Map<string, Held>();
  const asked: string[] = [];
  const weather = { broken: false, refusal: null as { status: number; code: string; detail: string } | null };
  const timers: (() => void)[] = [];
  const headers: { now: Record<string, string> | null } = { now: { token: "t" } };
  const view = (id: string, { name, size, bytes }: Held) => ({
    id,
    size,
    offset: bytes,
    piece: 4,
    file: bytes === size ? { id, name, kind: "document", type: "text/plain", size, width: null, height: null } : null,
  });
  const call = async (url: string | URL | Request, init: RequestInit = {}) => {
    const path = String(url).replace("/up", "");
    asked.push(`${init.method} ${path}`);
    if (weather.broken) throw new TypeError("Failed to fetch");
    const { refusal } = weather;
    if (refusal) return Response.json(refusal, { status: refusal.status });
    if (init.method === "POST") {
      const { name, size } = JSON.parse(String(init.body));
      const id = `f${held.size}`;
      held.set(id, { name, size, bytes: 0 });
      return Response.json(view(id, { name, size, bytes: 0 }));
    }
    return within(path, init);
  };
  const within = (path: string, init: RequestInit) => {
    const [, id = "", offset] = /^\/(\w+)(?:\?offset=(\d+))?$/.exec(path) ?? [];
    const file = held.get(id);
    if (!file) return Response.json({ code: "file_unknown", detail: "Этого файла уже нет." }, { status: 404 });
    if (init.method === "DELETE") {
      held.delete(id);
      return new Response(null, { status: 204 });
    }
    if (init.method === "PUT") {
      if (Number(offset) !== file.bytes) return Response.json({ code: "file_offset" }, { status: 409 });
      file.bytes += (init.body as ArrayBuffer).byteLength;
    }
    return Response.json(view(id, file));
  };
  const uploads = createUploads({
    url: "/up",
    about: { conversation: "c1" },
    headers: () => headers.now,
    fetch: call as typeof fetch,
    after: (_, run) => {
      timers.push(run);
      return () => timers.splice(timers.indexOf(run), 1);
    },
  });
  return { uploads, held, asked, weather, timers, headers };
}

const file = (name: string, text: string) => new File([text], name, { type: "text/plain" });
const states = (uploads: Uploads) => uploads.getState().map(({ name, state, sent }) => `${name} ${state} ${sent}`);
const settle = (uploads: Uploads, wanted: readonly string[]) =>
  expect.poll(() => states(uploads), { timeout: 10_000 }).toEqual(wanted);

test("a file goes piece by piece and is taken once it is whole", async () => {
  const { uploads, asked } = stage();
  uploads.add([file("a.txt", "0123456789")]);
  await settle(uploads, ["a.txt ready 10"]);
  expect(asked).toEqual(["POST ", "PUT /f0?offset=0", "PUT /f0?offset=4", "PUT /f0?offset=8"]);
  expect(uploads.take().map(({ id }) => id)).toEqual(["f0"]);
  expect(uploads.getState()).toEqual([]);
});

test("a broken network is waited for, and it goes on where the server has it", async () => {
  const { uploads, weather, timers, held, asked } = stage();
  uploads.add([file("a.txt", "0123456789")]);
  const unsubscribe = uploads.subscribe(() => {
    if (uploads.getState()[0]?.sent === 4) weather.broken = true;
  });
  await settle(uploads, ["a.txt waiting 4"]);
  unsubscribe();
  // The piece before had come, but its answer was lost.
  (held.get("f0") as Held).bytes = 8;
  weather.broken = false;
  asked.length = 0;
  timers.shift()?.();
  await settle(uploads, ["a.txt ready 10"]);
  expect(asked).toEqual(["GET /f0", "PUT /f0?offset=8"]);
});

test("a piece that belongs elsewhere is sent from where the server says", async () => {
  const { uploads, held } = stage();
  uploads.add([file("a.txt", "0123456789")]);
  const unsubscribe = uploads.subscribe(() => {
    const one = held.get("f0");
    if (one && one.bytes === 4) {
      one.bytes = 8;
      unsubscribe();
    }
  });
  await settle(uploads, ["a.txt ready 10"]);
  expect(held.get("f0")?.bytes).toBe(10);
});

test("a refusal is told in the server's words, and may be tried again", async () => {
  const { uploads, weather } = stage();
  weather.refusal = { status: 503, code: "file_no_room", detail: "На сервере нет места" };
  uploads.add([file("a.txt", "x")]);
  await settle(uploads, ["a.txt failed 0"]);
  expect(uploads.getState()[0]).toMatchObject({ problem: "На сервере нет места", again: true });
  expect(uploads.take()).toEqual([]);
  weather.refusal = null;
  uploads.retry(uploads.getState()[0]?.key ?? "");
  await settle(uploads, ["a.txt ready 1"]);
});

test.each([
  [415, "file_kind"],
  [413, "file_too_large"],
  [422, "file_damaged"],
])("a file refused with %i %s is not tried again: it stays what it is", async (status, code) => {
  const { uploads, weather, asked } = stage();
  weather.refusal = { status, code, detail: "Нельзя" };
  uploads.add([file("a.txt", "x")]);
  await settle(uploads, ["a.txt failed 0"]);
  expect(uploads.getState()[0]?.again).toBe(false);
  asked.length = 0;
  uploads.retry(uploads.getState()[0]?.key ?? "");
  expect([asked, states(uploads)]).toEqual([[], ["a.txt failed 0"]]);
});

test.each([
  [429, "file_rate", "waiting"],
  [503, "busy", "waiting"],
  [503, "file_no_room", "failed"],
  [429, "file_quota", "failed"],
  [502, "http", "waiting"],
  [403, "forbidden", "failed"],
])("%i %s: the file is %s", async (status, code, state) => {
  const { uploads, weather } = stage();
  weather.refusal = { status, code, detail: "" };
  uploads.add([file("a.txt", "x")]);
  await expect.poll(() => uploads.getState()[0]?.state, { timeout: 10_000 }).toBe(state);
});

test("before the server knows the visitor a file waits", async () => {
  const { uploads, headers, timers, asked } = stage();
  headers.now = null;
  uploads.add([file("a.txt", "x")]);
  await settle(uploads, ["a.txt waiting 0"]);
  expect(asked).toEqual([]);
  headers.now = {};
  await expect.poll(() => timers.length).toBe(1);
  timers.shift()?.();
  await settle(uploads, ["a.txt ready 1"]);
});

test("what is removed is given up on the server too", async () => {
  const { uploads, held } = stage();
  uploads.add([file("a.txt", "x"), file("b.txt", "y")]);
  await settle(uploads, ["a.txt ready 1", "b.txt ready 1"]);
  uploads.remove(uploads.getState()[0]?.key ?? "");
  expect(states(uploads)).toEqual(["b.txt ready 1"]);
  await expect.poll(() => held.size, { timeout: 10_000 }).toBe(1);
});

test("more than a message carries are told and left out", () => {
  const { uploads } = stage();
  const many = Array.from({ length: MOST_FILES + 3 }, (_, at) => file(`${at}.txt`, "x"));
  expect(uploads.add(many)).toBe(3);
  expect(uploads.getState()).toHaveLength(MOST_FILES);
});

test("what was taken and refused comes back as it was", () => {
  const { uploads } = stage();
  const back = { id: "f9", name: "a.txt", kind: "document", type: "text/plain", size: 3, width: null, height: null };
  uploads.putBack([back as never]);
  expect(uploads.take()).toEqual([back]);
});
