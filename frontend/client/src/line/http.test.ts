import { expect, test } from "vitest";
import { StubServer } from "../testing/stub-server";

async function overHttp(options: Parameters<StubServer["line"]>[0] = {}) {
  const server = new StubServer();
  server.network.weather.sockets = "refused";
  const line = server.line(options);
  await server.world.until(() => line.state.kind === "live");
  return { server, line };
}

test.each(["refused", "stuck"] as const)("%s WebSockets are replaced by HTTP within 5 s", async (sockets) => {
  const server = new StubServer();
  server.network.weather.sockets = sockets;
  const line = server.line();
  await server.world.pass(5100);
  expect(line.state).toEqual({ kind: "live", via: "http" });
});

test("a proxy that lets the handshake through and swallows the frames is found out as well", async () => {
  const server = new StubServer();
  server.network.weather.sockets = "swallowed";
  const line = server.line();
  await server.world.pass(5200);
  expect(line.state).toEqual({ kind: "live", via: "http" });
});

test("frames keep their order both ways", async () => {
  const { server, line } = await overHttp();
  for (let number = 1; number <= 50; number++) {
    line.send({ t: "send", number });
    server.last.connection.send({ t: "event", number });
  }
  await server.world.pass(500);
  const numbers = (frames: object[], t: string) =>
    frames.flatMap((frame) => ((frame as { t: string }).t === t ? [(frame as { number?: number }).number] : []));
  const all = Array.from({ length: 50 }, (_, index) => index + 1);
  expect(numbers(server.last.heard, "send")).toEqual(all);
  expect(numbers(server.received, "event")).toEqual(all);
});

test("an answer lost on the way is sent again and nothing comes twice", async () => {
  const { server, line } = await overHttp();
  server.network.weather.http = "refused";
  server.last.connection.send({ t: "event", number: 1 });
  await server.world.pass(500);
  server.network.weather.http = "open";
  await server.world.pass(3000);
  expect(line.state.kind).toBe("live");
  expect(server.received.filter(({ t }) => t === "event")).toHaveLength(1);
  expect(server.connections).toHaveLength(1);
});

test("beats are answered and silence ends it", async () => {
  const { server, line } = await overHttp({ side: "operator" });
  server.last.connection.send({ t: "beat", now: 1, tops: [] });
  await server.world.pass(100);
  expect(server.last.heard.at(-1)).toEqual({ t: "beat" });
  await server.world.pass(8800);
  expect(server.connections).toHaveLength(1);
  await server.world.pass(1300);
  expect(server.connections).toHaveLength(2);
  expect(line.state.kind).toBe("live");
});

test("a line the server forgot is opened again", async () => {
  const { server, line } = await overHttp();
  server.network.cut();
  await server.world.pass(1100);
  expect(line.state.kind).toBe("live");
  expect(server.connections).toHaveLength(2);
  expect(server.last.heard[0]).toEqual({ t: "hello" });
});

test("the WebSocket is tried every 60 s beside it and takes over without a gap", async () => {
  const { server, line } = await overHttp();
  const keepAlive = () => server.connections.at(-1)?.connection.send({ t: "beat", now: 1, tops: [] });
  await server.world.pass(30_000);
  keepAlive();
  await server.world.pass(31_000);
  expect(line.state).toEqual({ kind: "live", via: "http" });
  server.network.weather.sockets = "open";
  const before = server.states.length;
  keepAlive();
  await server.world.pass(30_000);
  keepAlive();
  await server.world.pass(31_000);
  expect(line.state).toEqual({ kind: "live", via: "socket" });
  expect(server.states.slice(before).map(({ kind }) => kind)).toEqual(["live"]);
  expect(server.connections[0]?.over).toBe(true);
});

test.each([
  [403, 4403],
  [404, 4404],
])("the server's own %d stops the line with %d", async (status, code) => {
  const server = new StubServer();
  server.network.weather.sockets = "refused";
  server.network.weather.http = status;
  const line = server.line();
  await server.world.pass(5000);
  expect(line.state).toEqual({ kind: "stopped", code });
});

test("a captive portal is no answer: the tries go on", async () => {
  const server = new StubServer();
  server.network.weather.sockets = "refused";
  server.network.weather.http = "captive";
  const line = server.line();
  await server.world.pass(60_000);
  expect(line.state.kind).toBe("reconnecting");
  server.network.weather.http = "open";
  server.network.weather.sockets = "open";
  await server.world.until(() => line.state.kind === "live", 31_000);
});

test("after a restart of the server nobody stays on HTTP who had a WebSocket", async () => {
  for (let seed = 1; seed <= 50; seed++) {
    const server = new StubServer(seed);
    const line = server.line();
    await server.world.pass(100);
    server.network.weather.sockets = server.network.weather.http = "refused";
    server.network.cut(1012);
    await server.world.pass(30_000);
    server.network.weather.sockets = server.network.weather.http = "open";
    await server.world.until(() => line.state.kind === "live", 31_000);
    for (let passed = 0; passed < 61_000; passed += 15_000) {
      server.last.connection.send({ t: "beat", now: 0, tops: [] });
      await server.world.pass(15_000);
    }
    expect(line.state).toEqual({ kind: "live", via: "socket" });
  }
});

test("an ended line is told to the server", async () => {
  const { server, line } = await overHttp();
  line.close();
  await server.world.pass(10);
  expect(server.last.over).toBe(true);
});

test("addresses, which proxies write down, do not name the line", async () => {
  const server = new StubServer();
  server.network.weather.sockets = "refused";
  const line = server.line();
  await server.world.until(() => line.state.kind === "live");
  line.send({ t: "send", number: 1 });
  line.close();
  await server.world.pass(500);
  expect(new Set(server.network.asked.map((url) => new URL(url).pathname))).toEqual(
    new Set(["/line/visitor", "/line/visitor/poll", "/line/visitor/frames", "/line/visitor/end"]),
  );
  expect(server.network.asked.some((url) => url.includes("line1"))).toBe(false);
});
