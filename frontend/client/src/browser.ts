import type { Call, Environment, KeyValues, Network, Signal, Socket } from "./environment";
import { longPollIn } from "./line/http";
import type { OpenWire } from "./line/wire";

/** The real browser. Build it once for a page. */
export function browserEnvironment(): Environment {
  return {
    ...browserNetwork(async () => browserLongPoll),
    fetch: browserFetch,
    newId,
    storage: storageOrNull(),
    visible: () => document.visibilityState === "visible",
  };
}

/**
 * As much of it as a line alone needs: what the loader pays for in bytes.
 *
 * @param longPoll {@link browserLongPoll}, from wherever it is
 */
export function browserNetwork(longPoll: () => Promise<OpenWire>): Network {
  return {
    openSocket: (url) => new WebSocket(url) as unknown as Socket,
    longPoll,
    now: () => Date.now(),
    after,
    random: () => Math.random(),
    online: () => navigator.onLine,
    watch,
  };
}

function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

const browserFetch: Call = async (url, { timeout, ...request }) => {
  const signal = AbortSignal.timeout(timeout);
  const answer = await fetch(url, { ...request, credentials: "omit", cache: "no-store", signal } as RequestInit);
  return { status: answer.status, body: await answer.json().catch(() => null) };
};

/** The way a browser goes where WebSocket is forbidden. */
export const browserLongPoll: OpenWire = longPollIn({ after, fetch: browserFetch });

/** 128 random bits, as the protocol names words. */
export function newId(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(16)));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** Reading `localStorage` itself throws when third-party storage is blocked. */
function storageOrNull(): KeyValues | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

function watch(listener: (signal: Signal) => void): () => void {
  const stop = new AbortController();
  const tell = (event: Event) => {
    if (event.type === "pageshow" && !(event as PageTransitionEvent).persisted) return;
    const hidden = event.type === "visibilitychange" && document.visibilityState === "hidden";
    listener(event.type === "offline" ? event.type : hidden ? "hidden" : "wake");
  };
  for (const name of ["visibilitychange", "resume"]) document.addEventListener(name, tell, stop);
  for (const name of ["pageshow", "online", "offline"]) window.addEventListener(name, tell, stop);
  return () => stop.abort();
}
