import { type ReactNode, useEffect, useState } from "react";

/** Shows its content only when waiting took 300 ms: what comes sooner needs no placeholder. */
export function Slowly({ after = 300, children }: { after?: number; children: ReactNode }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), after);
    return () => clearTimeout(timer);
  }, [after]);
  return late ? children : null;
}
