/** Doubles for tests and for developing the screens without a server; never part of a shipped bundle. */
export { FakeServer } from "./fake-server";
export { Simulation } from "./simulation";
export type { StoredConversation } from "./store";
export { FakeNetwork, type Weather } from "./wires";
