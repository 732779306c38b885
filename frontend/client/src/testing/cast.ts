import { createOperatorClient } from "../client/operator";
import type { OperatorClient, OperatorOptions, VisitorClient, VisitorOptions } from "../client/types";
import { createVisitorClient } from "../client/visitor";
import { FakeServer } from "./fake-server";
import { MemoryStorage, Simulation } from "./simulation";

/** A server, a visitor's window and an operator's console on one simulated clock, each with a browser of its own. */
export class Cast {
  readonly world: Simulation;
  readonly server: FakeServer;
  readonly visitorStorage = new MemoryStorage();
  reloads = 0;
  signOuts = 0;
  forgotten = 0;
  readonly unidentified: string[] = [];

  constructor(seed = 1) {
    this.world = new Simulation(seed);
    this.server = new FakeServer(this.world);
  }

  /** A new window of the same visitor, also after the old one was closed. */
  visitor(options: Partial<VisitorOptions> = {}): VisitorClient {
    const environment = { ...this.server.environment(this.world), storage: this.visitorStorage };
    return createVisitorClient(environment, {
      base: "https://chat.example",
      site: "tea",
      visit: "v1",
      page: null,
      screen: null,
      language: "ru",
      timeZone: "Europe/Moscow",
      reload: () => this.reloads++,
      forgotten: () => this.forgotten++,
      unidentified: (code) => this.unidentified.push(code),
      ...options,
    });
  }

  operator(options: Partial<OperatorOptions> = {}): OperatorClient {
    const environment = { ...this.server.environment(this.world), storage: new MemoryStorage() };
    return createOperatorClient(environment, {
      base: "https://chat.example",
      account: "olga",
      ticket: async () => "olga",
      onSignedOut: () => this.signOuts++,
      reload: () => this.reloads++,
      ...options,
    });
  }

  /** The environment a client would get, for tests of a part alone. */
  get environment() {
    return { ...this.server.environment(this.world), storage: this.visitorStorage };
  }
}
