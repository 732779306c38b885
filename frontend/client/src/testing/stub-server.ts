import { longPollIn } from "../line/http";
import { openLine } from "../line/line";
import type { Line, LineOptions, LineState } from "../line/types";
import type { Frame } from "../line/wire";
import { Simulation } from "./simulation";
import { type Connection, FakeNetwork } from "./wires";

/** A server that only greets, and one line to it: for tests of the line alone. */
export class StubServer {
  readonly world: Simulation;
  readonly network: FakeNetwork;
  /** Lines that were accepted, newest last, and what came on each. */
  readonly connections: { connection: Connection; heard: Frame[]; over: boolean }[] = [];
  readonly received: Frame[] = [];
  readonly states: LineState[] = [];
  /** A mute server accepts and says nothing. */
  mute = false;
  /** So many hellos are refused: too many newcomers. */
  crowded = 0;
  /** Answers `probe`. */
  answersProbe = true;

  constructor(seed = 1) {
    this.world = new Simulation(seed);
    this.network = new FakeNetwork(this.world, (connection) => {
      const entry = { connection, heard: [] as Frame[], over: false };
      this.connections.push(entry);
      return {
        received: (frame) => {
          entry.heard.push(frame);
          if (frame.t === "hello" && this.crowded-- > 0) {
            connection.send({ t: "refused", cid: null, rid: null, code: "rate", params: {}, retryMs: 500 });
          } else if (frame.t === "hello" && !this.mute) {
            connection.send({ t: "welcome" });
            connection.send({ t: "synced" });
          } else if (frame.t === "probe" && this.answersProbe) {
            connection.send({ t: "beat", now: 0, tops: [] });
          }
        },
        closed: () => {
          entry.over = true;
        },
      };
    });
  }

  line(options: Partial<LineOptions<Frame, object>> = {}): Line<object> {
    const environment = Object.assign(Object.create(this.world) as Simulation, {
      openSocket: (url: string) => this.network.openSocket(url),
      longPoll: async () =>
        longPollIn({ after: this.world.after, fetch: (url, request) => this.network.fetch(url, request) }),
    });
    return openLine(environment, {
      side: "visitor",
      base: "https://chat.example",
      query: () => "site=tea",
      hello: () => ({ t: "hello" }),
      received: (frame) => this.received.push(frame),
      changed: (state) => this.states.push(state),
      ...options,
    });
  }

  /** The newest line. */
  get last() {
    const entry = this.connections.at(-1);
    if (!entry) {
      throw new Error("no line was opened");
    }
    return entry;
  }
}
