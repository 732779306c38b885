import { describe, expect, test } from "vitest";
import { StubServer } from "../testing/stub-server";
import { SignedOut } from "./types";

async function live(server: StubServer, options: Parameters<StubServer["line"]>[0] = {}) {
  const line = server.line(options);
  await server.world.until(() => line.state.kind === "live");
  return line;
}

describe("opening", () => {
  test("says hello first and is live after synced", async () => {
    const server = new StubServer();
    const line = server.line();
    expect(line.state).toEqual({ kind: "connecting" });
    expect(line.send({ t: "typing" })).toBe(false);
    await server.world.pass(100);
    expect(line.state).toEqual({ kind: "live", via: "socket" });
    expect(line.send({ t: "typing" })).toBe(true);
    await server.world.pass(100);
    expect(server.last.heard.map(({ t }) => t)).toEqual(["hello", "typing"]);
    expect(server.received.map(({ t }) => t)).toEqual(["welcome", "synced"]);
  });

  test("a newcomer who has to wait says the same hello again on the same line", async () => {
    const server = new StubServer();
    server.crowded = 2;
    const line = server.line();
    await server.world.pass(400);
    expect(line.state).toEqual({ kind: "connecting" });
    expect(line.send({ t: "typing" })).toBe(false);
    await server.world.until(() => line.state.kind === "live", 2500);
    expect(server.connections).toHaveLength(1);
    expect(server.last.heard.map(({ t }) => t)).toEqual(["hello", "hello", "hello"]);
    expect(server.received.map(({ t }) => t)).toEqual(["welcome", "synced"]);
  });

  test("asks for a new ticket for every try", async () => {
    const server = new StubServer();
    let tickets = 0;
    await live(server, { side: "operator", query: async () => `ticket=${++tickets}` });
    server.network.cut();
    await server.world.pass(2000);
    expect(server.connections.map(({ connection }) => connection.query.get("ticket"))).toEqual(["1", "2"]);
  });

  test("a ticket that could not be fetched is tried again and is no sign of blocked sockets", async () => {
    const server = new StubServer();
    let failures = 5;
    const query = async () => {
      if (failures-- > 0) {
        throw new TypeError("Failed to fetch");
      }
      return "ticket=1";
    };
    const line = server.line({ side: "operator", query });
    await server.world.until(() => line.state.kind === "live");
    expect(line.state).toEqual({ kind: "live", via: "socket" });
  });

  test("a frame that is not JSON or has no type is passed over", async () => {
    const server = new StubServer();
    const line = await live(server);
    server.last.connection.send([] as object);
    server.last.connection.send({ nonsense: true });
    server.last.connection.send({ t: "unknown" });
    await server.world.pass(100);
    expect(line.state.kind).toBe("live");
    expect(server.received.at(-1)).toEqual({ t: "unknown" });
  });
});

describe("heartbeat", () => {
  test("a beat is answered in the message handler, without a timer", async () => {
    const server = new StubServer();
    await live(server);
    server.last.connection.send({ t: "beat", now: 1, tops: [] });
    await server.world.pass(3);
    expect(server.last.heard.at(-1)).toEqual({ t: "beat" });
  });

  test.each([
    ["operator", 9000],
    ["visitor", 40_000],
  ] as const)("silence ends the line of the %s after %d ms", async (side, silence) => {
    const server = new StubServer();
    const line = await live(server, { side });
    await server.world.pass(silence - 100);
    expect(line.state.kind).toBe("live");
    await server.world.pass(200);
    expect(line.state.kind).toBe("reconnecting");
    await server.world.pass(1100);
    expect(line.state.kind).toBe("live");
    expect(server.connections).toHaveLength(2);
  });

  test("any frame counts as life", async () => {
    const server = new StubServer();
    await live(server, { side: "operator" });
    for (let second = 0; second < 30; second += 5) {
      server.last.connection.send({ t: "typing" });
      await server.world.pass(5000);
    }
    expect(server.connections).toHaveLength(1);
  });
});

describe("waking up", () => {
  test("an answered probe keeps the line", async () => {
    const server = new StubServer();
    await live(server);
    server.world.signal("wake");
    await server.world.pass(4000);
    expect(server.last.heard.map(({ t }) => t)).toContain("probe");
    expect(server.connections).toHaveLength(1);
  });

  test("a probe without an answer in 3 s drops the line and opens it again at once", async () => {
    const server = new StubServer();
    await live(server);
    server.answersProbe = false;
    server.world.signal("wake");
    await server.world.pass(2900);
    expect(server.connections).toHaveLength(1);
    await server.world.pass(200);
    expect(server.connections).toHaveLength(2);
  });

  test("a waiting try does not wait for its time", async () => {
    const server = new StubServer();
    const line = await live(server);
    server.network.weather.sockets = server.network.weather.http = "refused";
    server.network.cut();
    await server.world.pass(60_000);
    await server.world.until(() => line.state.kind === "reconnecting" && line.state.nextTryAt !== null);
    server.network.weather.sockets = server.network.weather.http = "open";
    server.world.signal("wake");
    await server.world.pass(10);
    expect(line.state.kind).toBe("live");
  });
});

describe("offline", () => {
  test("stops the tries until the network is back", async () => {
    const server = new StubServer();
    const line = await live(server);
    server.network.weather.sockets = server.network.weather.http = "refused";
    server.network.cut();
    await server.world.pass(10);
    server.world.signal("offline");
    expect(line.state.kind).toBe("offline");
    server.network.weather.sockets = "open";
    await server.world.pass(600_000);
    expect(line.state.kind).toBe("offline");
    expect(server.connections).toHaveLength(1);
    server.world.signal("wake");
    await server.world.pass(10);
    expect(line.state.kind).toBe("live");
  });

  test("a false alarm does not end a line that answers", async () => {
    const server = new StubServer();
    const line = await live(server);
    server.world.signal("offline");
    await server.world.pass(5000);
    expect(line.state.kind).toBe("live");
  });
});

describe("reconnecting", () => {
  test("the first try comes within a second, later ones with full jitter under the cap", async () => {
    const server = new StubServer(7);
    const line = await live(server, { side: "operator" });
    server.network.weather.sockets = server.network.weather.http = "refused";
    server.network.cut();
    const waits: number[] = [];
    for (let tries = 0; tries < 60; tries++) {
      await server.world.until(() => line.state.kind === "reconnecting" && line.state.nextTryAt !== null);
      const { state } = line;
      const wait = state.kind === "reconnecting" ? (state.nextTryAt ?? 0) - server.world.now() : -1;
      waits.push(wait);
      await server.world.pass(wait);
    }
    expect(waits[0]).toBeLessThanOrEqual(1000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(10_000);
    expect(Math.max(...waits)).toBeGreaterThan(8000);
    expect(Math.min(...waits.slice(6))).toBeLessThan(3000);
  });

  test("a network lost for five seconds is back before the server says that somebody left", async () => {
    for (let seed = 1; seed <= 200; seed++) {
      const server = new StubServer(seed);
      const line = await live(server);
      server.network.weather.sockets = server.network.weather.http = "refused";
      server.network.cut();
      await server.world.pass(5000);
      server.network.weather.sockets = server.network.weather.http = "open";
      await server.world.pass(5000);
      expect(line.state.kind).toBe("live");
    }
  });

  test("after 60 s of a stable line the waits begin anew, after less they do not", async () => {
    const firstWait = async (stable: number) => {
      const server = new StubServer(7);
      const line = await live(server);
      server.network.weather.sockets = server.network.weather.http = "refused";
      server.network.cut();
      await server.world.pass(120_000);
      server.network.weather.sockets = server.network.weather.http = "open";
      await server.world.until(() => line.state.kind === "live");
      for (let passed = 0; passed < stable; passed += 10_000) {
        server.last.connection.send({ t: "beat", now: 0, tops: [] });
        await server.world.pass(10_000);
      }
      server.world.random = () => 0.99;
      server.network.cut();
      await server.world.pass(10);
      const { state } = line;
      return state.kind === "reconnecting" ? (state.nextTryAt ?? 0) - server.world.now() : -1;
    };
    expect(await firstWait(70_000)).toBeLessThan(1000);
    expect(await firstWait(30_000)).toBeGreaterThan(20_000);
  });

  test("a closed line stays closed", async () => {
    const server = new StubServer();
    const line = await live(server);
    line.close();
    await server.world.pass(120_000);
    expect(server.connections).toHaveLength(1);
    expect(server.last.over).toBe(true);
  });
});

describe("close codes", () => {
  test.each([4403, 4404, 4409, 4410, 4426])("%d stops the line", async (code) => {
    const server = new StubServer();
    const line = await live(server);
    server.network.cut(code);
    await server.world.pass(600_000);
    expect(line.state).toEqual({ kind: "stopped", code });
    expect(server.connections).toHaveLength(1);
    line.restart();
    await server.world.pass(100);
    expect(line.state.kind).toBe("live");
  });

  test.each([4000, 4008, 1006, 1001])("%d reconnects within a second", async (code) => {
    const server = new StubServer();
    const line = await live(server);
    server.network.cut(code);
    await server.world.pass(1100);
    expect(line.state.kind).toBe("live");
  });

  test("1012 reconnects after a random time of at most 5 s, not sooner for a waking page", async () => {
    const waits: number[] = [];
    for (let seed = 1; seed <= 20; seed++) {
      const server = new StubServer(seed);
      const line = await live(server);
      const start = server.world.now();
      server.network.cut(1012);
      await server.world.pass(5);
      server.world.signal("wake");
      await server.world.until(() => line.state.kind === "live");
      waits.push(server.world.now() - start);
    }
    expect(Math.max(...waits)).toBeLessThan(5100);
    expect(Math.max(...waits)).toBeGreaterThan(3500);
    expect(new Set(waits).size).toBeGreaterThan(10);
  });

  test.each([4400, 4413])("%d is forgiven once after 10 s", async (code) => {
    const server = new StubServer();
    const line = await live(server);
    server.network.cut(code);
    await server.world.pass(9900);
    expect(server.connections).toHaveLength(1);
    await server.world.pass(200);
    expect(line.state.kind).toBe("live");
    server.network.cut(code);
    await server.world.pass(60_000);
    expect(line.state).toEqual({ kind: "stopped", code });
  });

  test("4429 waits 10 s, or longer when told so", async () => {
    const server = new StubServer();
    const line = await live(server);
    server.network.cut(4429);
    await server.world.pass(9900);
    expect(server.connections).toHaveLength(1);
    await server.world.pass(200);
    expect(line.state.kind).toBe("live");
    server.last.connection.send({ t: "bye", code: 4429, retryMs: 20_000 });
    await server.world.pass(19_900);
    expect(server.connections).toHaveLength(2);
  });

  test("4401 stops an operator and lets a visitor come again", async () => {
    const operators = new StubServer();
    const operator = await live(operators, { side: "operator" });
    operators.network.cut(4401);
    await operators.world.pass(60_000);
    expect(operator.state).toEqual({ kind: "stopped", code: 4401 });
    const visitors = new StubServer();
    const codes: number[] = [];
    const visitor = await live(visitors, { lost: (code) => codes.push(code) });
    visitors.network.cut(4401);
    await visitors.world.pass(1100);
    expect(visitor.state.kind).toBe("live");
    expect(codes).toEqual([4401]);
  });

  test("a refused ticket is 4401", async () => {
    const server = new StubServer();
    const line = server.line({ side: "operator", query: () => Promise.reject(new SignedOut()) });
    await server.world.pass(10);
    expect(line.state).toEqual({ kind: "stopped", code: 4401 });
  });

  test("bye says the same as a close code", async () => {
    const server = new StubServer();
    const line = await live(server);
    server.last.connection.send({ t: "bye", code: 4409, retryMs: null });
    await server.world.pass(10);
    expect(line.state).toEqual({ kind: "stopped", code: 4409 });
  });
});
