import type { OperatorClient } from "@beseda/client";
import type { Connect } from "./line";

/**
 * A line that may be opened before there is a page to hold it: `ahead` opens one, and `connect` hands it to the first who asks for that
 * operator's. One that ended before somebody came is forgotten: whoever comes then opens one and learns why it ends.
 */
export function openedAhead(open: Connect): { ahead: (operator: string) => void; connect: Connect } {
  let waiting: { operator: string; client: OperatorClient; signedOut: () => void } | null = null;
  return {
    ahead(operator) {
      const forget = () => {
        waiting = null;
      };
      const made = { operator, client: open(operator, () => made.signedOut()), signedOut: forget };
      waiting = made;
    },
    connect(operator, signedOut) {
      const held = waiting;
      waiting = null;
      if (held?.operator === operator) {
        held.signedOut = signedOut;
        return held.client;
      }
      held?.client.stop();
      return open(operator, signedOut);
    },
  };
}
