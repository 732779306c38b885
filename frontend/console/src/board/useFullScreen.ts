import { type RefObject, useEffect, useState } from "react";

/** Lets an element fill the screen, which stays lit while it does. */
export function useFullScreen(element: RefObject<HTMLElement | null>) {
  const [full, setFull] = useState(false);
  useEffect(() => {
    const look = () => setFull(document.fullscreenElement !== null && document.fullscreenElement === element.current);
    document.addEventListener("fullscreenchange", look);
    return () => document.removeEventListener("fullscreenchange", look);
  }, [element]);
  useEffect(() => {
    if (!full || !("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | undefined;
    let over = false;
    const stayLit = async () => {
      if (document.visibilityState !== "visible") return;
      try {
        const got = await navigator.wakeLock.request("screen");
        if (over) await got.release();
        else lock = got;
      } catch {
        // A screen that goes dark shows the same once it is lit again.
      }
    };
    void stayLit();
    // A browser takes it back whenever the page is hidden.
    document.addEventListener("visibilitychange", stayLit);
    return () => {
      over = true;
      document.removeEventListener("visibilitychange", stayLit);
      void lock?.release();
    };
  }, [full]);
  const toggle = () => {
    if (full) void document.exitFullscreen();
    else void element.current?.requestFullscreen().catch(() => undefined);
  };
  return { full, toggle, possible: document.fullscreenEnabled };
}
