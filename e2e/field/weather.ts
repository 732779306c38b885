import { request as ask, createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";

/**
 * What the way to the server is like.
 *
 * `fair`: everything passes. `cut`: nothing does, and what was open is torn down. `silent`: everything open stays open and
 * nothing moves on it, as behind a router that has forgotten us. `noWebSocket`: a proxy that knows HTTP only.
 * `noLine`: pages come, but neither kind of line opens.
 */
export type Sky = "fair" | "cut" | "silent" | "noWebSocket" | "noLine";

/** A way to the server on a port of its own, with bad weather on demand. */
export class Weather {
  private sky: Sky = "fair";
  private readonly open = new Set<Duplex>();
  private readonly tunnels = new Set<readonly [Duplex, Duplex]>();

  private constructor(
    private readonly target: () => string,
    private readonly server: Server,
  ) {
    server.on("connection", (socket) => this.watch(socket));
    server.on("request", (asked, answer) => this.pass(asked, answer));
    server.on("upgrade", (asked, socket, head) => this.tunnel(asked, socket, head));
  }

  /** `target` is asked for every request: the server may come back elsewhere. */
  static async begin(target: () => string): Promise<Weather> {
    const server = createServer();
    const weather = new Weather(target, server);
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    return weather;
  }

  /** The server's address as seen through this weather. */
  get address(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  turn(sky: Sky): void {
    const before = this.sky;
    this.sky = sky;
    if (sky === "silent") for (const [one, other] of this.tunnels) for (const end of [one, other]) end.unpipe().pause();
    else if (sky !== "fair" || before === "silent") this.tearDown();
  }

  async end(): Promise<void> {
    this.tearDown();
    await new Promise<void>((closed) => this.server.close(() => closed()));
  }

  private tearDown(): void {
    for (const socket of this.open) socket.destroy();
  }

  private watch(socket: Duplex): void {
    if (this.sky === "cut") {
      socket.destroy();
      return;
    }
    this.open.add(socket);
    socket.on("close", () => this.open.delete(socket));
    socket.on("error", () => socket.destroy());
  }

  private pass(asked: IncomingMessage, answer: ServerResponse): void {
    if (this.sky === "silent") return;
    if (this.sky === "noLine" && asked.url?.startsWith("/line/")) {
      asked.socket.destroy();
      return;
    }
    const { hostname, port } = new URL(this.target());
    const further = ask({ hostname, port, method: asked.method, path: asked.url, headers: asked.headers }, (told) => {
      answer.writeHead(told.statusCode ?? 502, told.headers);
      told.pipe(answer);
    });
    further.on("error", () => asked.socket.destroy());
    answer.on("close", () => further.destroy());
    asked.pipe(further);
  }

  private tunnel(asked: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.sky === "silent") return;
    if (this.sky !== "fair") {
      socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    const { hostname, port } = new URL(this.target());
    const further: Socket = connect(Number(port), hostname, () => {
      const fields = asked.rawHeaders.flatMap((value, at) =>
        at % 2 === 0 ? [] : [`${asked.rawHeaders[at - 1]}: ${value}`],
      );
      further.write(`${[`${asked.method} ${asked.url} HTTP/1.1`, ...fields].join("\r\n")}\r\n\r\n`);
      further.write(head);
      further.pipe(socket);
      socket.pipe(further);
    });
    const ends = [socket, further] as const;
    this.tunnels.add(ends);
    this.watch(further);
    further.on("close", () => socket.destroy());
    socket.on("close", () => {
      this.tunnels.delete(ends);
      further.destroy();
    });
  }
}
