/**
 * The headless chat client: everything of Beseda in a browser except pixels.
 *
 * Four layers, each usable alone, arrows only downwards:
 *
 * - `createVisitorClient` / `createOperatorClient` – verbs, a snapshot to render and `subscribe`;
 * - reducers and selectors (`reduceVisitor`, `dayView`, `reduceConsole`, `inbox`…) – pure, no clock of their own;
 * - `createOutbox` – texts that survive a reload until the server acknowledged them;
 * - `openLine` – one ordered channel over WebSocket or HTTP long poll that opens itself again. The loader uses it alone.
 *
 * The world (sockets, clock, storage, events of the page) comes in as an {@link Environment}; `browserEnvironment()` is the
 * real one. `@beseda/client/testing` has a simulated one and `FakeServer`, which speaks the protocol in memory.
 *
 * ```ts
 * const client = createVisitorClient(browserEnvironment(), { base, site, visit, page, screen, language, timeZone, reload });
 * const snapshot = useSyncExternalStore(client.subscribe, client.getState);
 * const rows = dayView(snapshot);          // messages, notices, day separators, own unsent texts at the bottom
 * const sent = client.send("Здравствуйте"); // { ok: true, cid } or { ok: false, code }
 *
 * const client = createOperatorClient(browserEnvironment(), { base, account, ticket, onSignedOut, reload });
 * await client.take(conversation);         // rejects with Refusal { code: "taken", params: { owner } }
 * ```
 *
 * Unsent texts: `snapshot.outgoing`. `failed` ones were refused for good: `restore(cid)` gives the text back for the editor.
 */
export type * from "@beseda/protocol";
export { browserEnvironment } from "./browser";
export type * from "./client/types";
export { Refusal } from "./client/types";
export type * from "./environment";
export { CODES } from "./line/codes";
export type * from "./line/types";
export { SignedOut } from "./line/types";
export type * from "./outbox/types";
export type * from "./state/day";
export type * from "./state/log";
export type * from "./state/types";
