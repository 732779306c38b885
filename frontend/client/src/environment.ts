import type { OpenWire } from "./line/wire";

/** What a line needs from the world. */
export interface Network {
  /** Opens a WebSocket; may throw when the address or the policy of the page forbids it. */
  openSocket(url: string): Socket;
  /** The way over POST and long poll; it may have to be fetched first, since few need it. */
  longPoll(): Promise<OpenWire>;
  /** Wall clock, epoch milliseconds: only for display and for ages of stored items. */
  now(): number;
  /** Runs once after `ms`; the returned function cancels it. */
  after(ms: number, run: () => void): () => void;
  /** In [0, 1). */
  random(): number;
  online(): boolean;
  /** Tells of every {@link Signal} until the returned function is called. */
  watch(listener: (signal: Signal) => void): () => void;
}

/** What the client needs from the world. Everything that is slow, random or hostile in a test comes through here. */
export interface Environment extends Network {
  fetch: Call;
  /** 22 characters of base64url made from 128 random bits. */
  newId(): string;
  /** Null when the browser blocks it; every call may throw. */
  storage: KeyValues | null;
  visible(): boolean;
}

/**
 * `wake`: the page may have slept (became visible, came from the back-forward cache, was resumed, network is back);
 * `hidden`: the page is no longer seen; `offline`: the browser says there is no network.
 */
export type Signal = "wake" | "hidden" | "offline";

/** The part of a WebSocket that is used. */
export interface Socket {
  onopen: (() => void) | null;
  onmessage: ((message: { data: unknown }) => void) | null;
  onclose: ((close: { code: number }) => void) | null;
  send(text: string): void;
  close(): void;
}

export type Call = (url: string, request: Request) => Promise<Answer>;

export interface Request {
  method: "POST";
  headers?: Record<string, string> | undefined;
  body?: string;
  keepalive?: boolean;
  /** Milliseconds after which the call fails. */
  timeout: number;
}

/** An HTTP answer; `body` is null when it is not JSON, e.g. the page of a captive portal. */
export interface Answer {
  status: number;
  body: unknown;
}

/** The part of `localStorage` that is used. */
export interface KeyValues {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}
