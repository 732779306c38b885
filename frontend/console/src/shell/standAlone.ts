import { navigate, parseRoute } from "./route";

/** Lets the console be installed as a program of its own, whose notifications lead back into it. */
export function standAlone(): void {
  const workers = navigator.serviceWorker;
  if (workers === undefined) return;
  workers.addEventListener("message", ({ data }: MessageEvent<{ place: string }>) => navigate(parseRoute(data.place)));
  // Without it everything else works: over plain HTTP, or where the owner forbids it.
  workers.register("/service-worker.js").catch(() => {});
}
