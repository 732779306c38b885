import { useEffect, useState } from "react";

/** Milliseconds left, counted down every second; the second member starts it. */
export function useCountdown(): [left: number, start: (milliseconds: number) => void] {
  const [end, setEnd] = useState(0);
  const [now, setNow] = useState(0);
  const left = Math.max(0, end - now);
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => setNow(Date.now()), Math.min(1000, left));
    return () => clearTimeout(timer);
  }, [left]);
  const start = (milliseconds: number) => {
    setNow(Date.now());
    setEnd(Date.now() + milliseconds);
  };
  return [left, start];
}
