import type { OperatorClient } from "@beseda/client";
import type { Connect } from "./line";

/** Milliseconds until nobody is expected any more: a page that could not be drawn would be asked questions that nobody sees. */
export const PATIENCE = 10_000;

interface Held {
  readonly operator: string;
  readonly client: OperatorClient;
  signedOut: () => void;
}

/**
 * A line that may be opened before there is a page to hold it: `ahead` opens one, and `connect` hands it to the first who asks for that
 * operator's. One that ended before somebody came, or that nobody came for, is forgotten: whoever comes then opens one, and learns why
 * it ends.
 */
export function openedAhead(open: Connect): { ahead: (operator: string) => void; connect: Connect } {
  let waiting: Held | null = null;
  let late: ReturnType<typeof setTimeout> | undefined;
  const give = () => {
    const held = waiting;
    waiting = null;
    clearTimeout(late);
    return held;
  };
  return {
    ahead(operator) {
      const made: Held = { operator, client: open(operator, () => made.signedOut()), signedOut: () => void give() };
      waiting = made;
      late = setTimeout(() => give()?.client.stop(), PATIENCE);
    },
    connect(operator, signedOut) {
      const held = give();
      if (held?.operator === operator) {
        held.signedOut = signedOut;
        return held.client;
      }
      held?.client.stop();
      return open(operator, signedOut);
    },
  };
}
