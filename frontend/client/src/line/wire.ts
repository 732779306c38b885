/** A frame as it comes from the server, before anybody looked into it. */
export interface Frame {
  t: string;
}

/** One WebSocket or one HTTP line: opens once, is lost once, never comes back. */
export interface Wire {
  /** Call it only after `opened`. */
  send(frame: object): void;
  /** Ends it without a word to the listener. */
  end(): void;
}

/** Opens a wire at an address with a query. */
export type OpenWire = (url: string, query: string, listener: WireListener) => Wire;

export interface WireListener {
  opened(): void;
  frame(frame: Frame): void;
  /** With the server's close code, or 0 when the way there broke. */
  lost(code: number): void;
}

/** Null for anything that is not a frame: a stranger in between may answer with whatever it likes. */
export function frameOf(value: unknown): Frame | null {
  return typeof value === "object" && value !== null && typeof (value as Frame).t === "string"
    ? (value as Frame)
    : null;
}
