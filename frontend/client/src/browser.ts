import type { Answer, Environment, KeyValues, Network, Request, Signal, Socket } from "./environment";

/** The real browser. Build it once for a page. */
export function browserEnvironment(): Environment {
  return {
    ...browserNetwork(),
    newId: () => base64url(crypto.getRandomValues(new Uint8Array(16))),
    storage: storageOrNull(),
    visible: () => document.visibilityState === "visible",
  };
}

/** As much of it as a line alone needs: what the loader pays for in bytes. */
export function browserNetwork(): Network {
  return {
    openSocket: (url) => new WebSocket(url) as unknown as Socket,
    fetch: call,
    now: () => Date.now(),
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    random: () => Math.random(),
    online: () => navigator.onLine,
    watch,
  };
}

async function call(url: string, request: Request): Promise<Answer> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), request.timeout);
  try {
    const { timeout: _, ...rest } = request;
    const answer = await fetch(url, { ...rest, credentials: "omit", cache: "no-store", signal: stop.signal });
    return { status: answer.status, body: await answer.json().catch(() => null) };
  } finally {
    clearTimeout(timer);
  }
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
  const wake = () => listener("wake");
  const offline = () => listener("offline");
  const shown = (event: PageTransitionEvent) => event.persisted && wake();
  const visibility = () => listener(document.visibilityState === "visible" ? "wake" : "hidden");
  const ways = [
    [document, "visibilitychange", visibility],
    [document, "resume", wake],
    [window, "pageshow", shown],
    [window, "online", wake],
    [window, "offline", offline],
  ] as [EventTarget, string, EventListener][];
  for (const [target, name, handler] of ways) {
    target.addEventListener(name, handler);
  }
  return () => {
    for (const [target, name, handler] of ways) {
      target.removeEventListener(name, handler);
    }
  };
}
