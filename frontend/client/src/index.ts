/**
 * The headless chat client: everything of Beseda in a browser except pixels.
 *
 * Four layers, each usable alone, arrows only downwards:
 *
 * - `createVisitorClient` / `createOperatorClient` – verbs, a snapshot to render and `subscribe`;
 * - reducers and selectors (`reduceVisitor`, `dayView`, `reduceConsole`, `timeline`…) – pure, no clock of their own;
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
 * Unsent texts: `snapshot.outgoing`. `failed` ones were refused for good: `restore(cid)` gives the text back
 * for the editor, `retry(cid)` sends it again.
 */
export type * from "@beseda/protocol";
export { browserEnvironment, browserLongPoll, browserNetwork, newId } from "./browser";
export { createOperatorClient } from "./client/operator";
export type * from "./client/types";
export { Refusal } from "./client/types";
export { createVisitorClient } from "./client/visitor";
export type * from "./environment";
export { type KeptFiles, readKept } from "./files/kept";
export { type Nested, type NestedItem, nested } from "./formatting/nesting";
export { documentOf, hrefOf, isFormatted, plainText } from "./formatting/plain";
export { DEEPEST, hrefFor, isSafeHref, MOST_NODES, refusalOfDocument } from "./formatting/rules";
export * as CODES from "./line/codes";
export { openLine } from "./line/line";
export type * from "./line/types";
export { SignedOut } from "./line/types";
export { createOutbox, type Outbox, type OutboxOptions } from "./outbox/outbox";
export { refusalOf, TEXT_LIMIT } from "./outbox/text";
export type * from "./outbox/types";
export { type Ask, asksOf, type Withdrawn, withdrawn } from "./state/asks";
export { EMPTY_CONSOLE, reduceConsole } from "./state/console";
export type * from "./state/day";
export { currentThread, dayView, tickOf, todays, unreadOfVisitor, waitsSince } from "./state/day";
export type { Log } from "./state/log";
export type * from "./state/timeline";
export { isWaiting, mine, timeline, typistsOf, unreadOfOperator, waiting } from "./state/timeline";
export type * from "./state/types";
export { EMPTY_VISITOR, reduceVisitor } from "./state/visitor";
export type * from "./state/visitors";
