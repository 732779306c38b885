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

async function call(url: string, { timeout, ...request }: Request): Promise<Answer> {
  const signal = AbortSignal.timeout(timeout);
  const answer = await fetch(url, { ...request, credentials: "omit", cache: "no-store", signal } as RequestInit);
  return { status: answer.status, body: await answer.json().catch(() => null) };
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
