import type { Answer, Environment, Request, Socket } from "../environment";
import type { Frame } from "../line/wire";

/** The server's end of a line. */
export interface Connection {
  readonly side: "visitor" | "operator";
  readonly query: URLSearchParams;
  send(frame: object): void;
  close(code: number): void;
}

/** What the server does with a line. */
export interface Door {
  received(frame: Frame): void;
  closed(): void;
}

/** How the way between client and server misbehaves; change it at any time. */
export interface Weather {
  /** `refused`: no handshake; `swallowed`: opened, and nothing comes through; `stuck`: never opens. */
  sockets: "open" | "refused" | "swallowed" | "stuck";
  /** `refused`: no answer; a number: this status with a JSON body; `captive`: a stranger's page. */
  http: "open" | "refused" | "captive" | number;
  /** Every frame to a client passes here: return it, nothing, or something else. */
  toClient(frame: Frame): readonly Frame[];
  /** Milliseconds one way. */
  latency: number;
}

interface HttpLine {
  door: Door;
  /** Numbered from `first`. */
  kept: object[];
  first: number;
  answer: (() => void) | null;
}

const POLL = 25_000;

/** Carries frames between clients' environments and a fake server, over fake sockets and fake HTTP lines. */
export class FakeNetwork {
  readonly weather: Weather = { sockets: "open", http: "open", toClient: (frame) => [frame], latency: 1 };
  /** Sockets that are open now, newest last. */
  readonly sockets = new Set<{ cut(code: number): void }>();
  private readonly lines = new Map<string, HttpLine>();
  /** Addresses of all HTTP requests so far. */
  readonly asked: string[] = [];
  private opened = 0;

  constructor(
    private readonly clock: Pick<Environment, "after">,
    private readonly accept: (connection: Connection) => Door,
  ) {}

  /** Loses every line; code 0 as when the way broke. */
  cut(code = 1006): void {
    for (const socket of [...this.sockets]) {
      socket.cut(code);
    }
    for (const [id, line] of [...this.lines]) {
      this.end(id, line);
    }
  }

  openSocket(url: string): Socket {
    const address = new URL(url);
    const socket: Socket = { onopen: null, onmessage: null, onclose: null, send: () => {}, close: () => {} };
    const { sockets } = this.weather;
    if (sockets === "refused") {
      this.later(() => socket.onclose?.({ code: 1006 }));
    } else if (sockets === "open") {
      this.later(() => this.connect(socket, address));
    } else if (sockets === "swallowed") {
      this.later(() => socket.onopen?.());
    }
    return socket;
  }

  private connect(socket: Socket, address: URL): void {
    let open = true;
    const close = (code: number) => {
      if (open) {
        open = false;
        this.sockets.delete(entry);
        door.closed();
        this.later(() => socket.onclose?.({ code }));
      }
    };
    const entry = { cut: close };
    const door = this.accept({
      side: address.pathname.endsWith("operator") ? "operator" : "visitor",
      query: address.searchParams,
      send: (frame) =>
        this.later(() => {
          for (const arrived of open ? this.weather.toClient(frame as Frame) : []) {
            socket.onmessage?.({ data: JSON.stringify(arrived) });
          }
        }),
      close,
    });
    socket.close = () => close(1000);
    socket.send = (text) => {
      const frame = JSON.parse(text) as Frame;
      this.later(() => open && door.received(frame));
    };
    this.sockets.add(entry);
    socket.onopen?.();
  }

  async fetch(url: string, request: Request): Promise<Answer> {
    this.asked.push(url);
    await this.pause();
    const { http } = this.weather;
    if (http === "refused") {
      throw new TypeError("Failed to fetch");
    }
    if (http !== "open") {
      return http === "captive" ? { status: 200, body: null } : { status: http, body: { code: "test" } };
    }
    const answer = await this.answer(new URL(url), request);
    await this.pause();
    return answer;
  }

  private async answer(address: URL, request: Request): Promise<Answer> {
    const [, , side, action] = address.pathname.split("/");
    const id = request.headers?.["X-Beseda-Line"];
    if (id === undefined) {
      return { status: 200, body: { line: this.openLine(side === "operator" ? "operator" : "visitor", address) } };
    }
    const line = this.lines.get(id);
    if (!line) {
      return { status: 410, body: null };
    }
    if (action === "end") {
      this.end(id, line);
      return { status: 204, body: null };
    }
    const body: unknown = JSON.parse(request.body ?? "null");
    if (action === "frames") {
      for (const frame of body as Frame[]) {
        line.door.received(frame);
      }
      return { status: 204, body: null };
    }
    return this.poll(line, (body as { after: number }).after);
  }

  private openLine(side: Connection["side"], address: URL): string {
    const id = `line${++this.opened}`;
    const push = (frame: object) => {
      line.kept.push(...this.weather.toClient(frame as Frame));
      line.answer?.();
    };
    const line: HttpLine = { kept: [], first: 1, answer: null, door: { received: () => {}, closed: () => {} } };
    this.lines.set(id, line);
    line.door = this.accept({
      side,
      query: address.searchParams,
      send: push,
      close: (code) => {
        push({ t: "bye", code, retryMs: null });
        line.door.closed();
      },
    });
    return id;
  }

  private async poll(line: HttpLine, after: number): Promise<Answer> {
    line.answer?.();
    line.kept.splice(0, Math.max(0, after + 1 - line.first));
    line.first = Math.max(line.first, after + 1);
    if (line.kept.length === 0) {
      await new Promise<void>((resolve) => {
        const cancel = this.clock.after(POLL, resolve);
        line.answer = () => {
          cancel();
          line.answer = null;
          resolve();
        };
      });
    }
    return { status: 200, body: { last: line.first + line.kept.length - 1, frames: [...line.kept] } };
  }

  private end(id: string, line: HttpLine): void {
    this.lines.delete(id);
    line.door.closed();
    line.answer?.();
  }

  private later(run: () => void): void {
    this.clock.after(this.weather.latency, run);
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => this.later(resolve));
  }
}
