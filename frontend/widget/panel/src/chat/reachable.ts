import { currentThread, type VisitorSnapshot } from "@beseda/client";

/** The site asks something before a conversation begins. */
export function asksBefore(snapshot: VisitorSnapshot): boolean {
  return snapshot.questions !== null && currentThread(snapshot) === null && !isOnItsWay(snapshot);
}

/** Nobody is on line, and who begins could not be answered once he is gone. */
export function asksFirst(snapshot: VisitorSnapshot): boolean {
  return (
    snapshot.site?.form === true && !snapshot.reachable && currentThread(snapshot) === null && !isOnItsWay(snapshot)
  );
}

/** His words are still with us, on their way. */
function isOnItsWay({ outgoing }: VisitorSnapshot): boolean {
  return outgoing.some(({ state }) => state !== "failed");
}
