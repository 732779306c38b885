import type { OperatorClient } from "@beseda/client";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { queries } from "../rest/queries";
import { setClockOffset } from "./clock";
import { ClientContext, type Connect } from "./line";
import { useSession } from "./session";

/** Keeps the line of the signed-in operator as long as it is on the page. */
export function LineProvider({ connect, children }: { connect: Connect; children: ReactNode }) {
  const [client, setClient] = useState<OperatorClient | null>(null);
  const cache = useQueryClient();
  const operator = useSession().operator.id;
  useEffect(() => {
    const signedOut = () => void cache.resetQueries({ queryKey: queries.session.queryKey });
    const made = connect(operator, signedOut);
    let answers = made.getState().answers;
    const listen = () => {
      const now = made.getState();
      setClockOffset(now.clockOffset);
      // Another number also means another line: what was missed without one is read anew.
      if (now.answers === answers) return;
      answers = now.answers;
      void cache.invalidateQueries({ queryKey: queries.answers.queryKey });
      void cache.invalidateQueries({ queryKey: ["rating"] });
    };
    const forget = made.subscribe(listen);
    listen();
    setClient(made);
    return () => {
      forget();
      made.stop();
    };
  }, [connect, operator, cache]);
  return client === null ? null : <ClientContext value={client}>{children}</ClientContext>;
}
