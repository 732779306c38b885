/** The frames between the screens and the server; generated from the server's records, explained in docs/protocol.md. */
export type * from "./frames";

/** Version of the frames that both doors speak. */
export const protocolVersion = 1;
