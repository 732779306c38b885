import type { OperatorClient } from "@beseda/client";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { queries } from "../rest/queries";
import { requestsKey } from "../rest/requests";
import { setClockOffset } from "./clock";
import { ClientContext, type Connect } from "./line";
import { useSession } from "./session";

/** So long is waited for more news of requests, milliseconds. */
const gathering = 300;

/** Keeps the line of the signed-in operator as long as it is on the page. */
export function LineProvider({ connect, children }: { connect: Connect; children: ReactNode }) {
  const [client, setClient] = useState<OperatorClient | null>(null);
  const cache = useQueryClient();
  const operator = useSession().operator.id;
  useEffect(() => {
    const signedOut = () => void cache.resetQueries({ queryKey: queries.session.queryKey });
    const made = connect(operator, signedOut);
    let answers = made.getState().answers;
    let requests = made.getState().requests.changes;
    let soon: ReturnType<typeof setTimeout> | undefined;
    const listen = () => {
      const now = made.getState();
      setClockOffset(now.clockOffset);
      // Another number also means another line: what was missed without one is read anew.
      if (now.requests.changes !== requests) {
        requests = now.requests.changes;
        // Of many at once the lists are read once.
        soon ??= setTimeout(() => {
          soon = undefined;
          void cache.invalidateQueries({ queryKey: requestsKey });
        }, gathering);
      }
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
      clearTimeout(soon);
      made.stop();
    };
  }, [connect, operator, cache]);
  return client === null ? null : <ClientContext value={client}>{children}</ClientContext>;
}
