import { type VisitorSnapshot, type VisitorThread, waitsSince } from "@beseda/client";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Chat } from "../chat/chat";
import { later } from "../parts/later";

const OfferForm = later(() => import("./OfferForm").then((file) => file.OfferForm));

interface Properties {
  readonly chat: Chat;
  readonly snapshot: VisitorSnapshot;
  /** Somebody waits in it. */
  readonly thread: VisitorThread;
}

/** Offers to leave an address once nobody has answered for a while, and whatever becomes of that. */
export function Offer({ chat, snapshot, thread }: Properties) {
  const { reachable } = snapshot;
  const due = useDue(snapshot, thread);
  const began = useRef(false);
  if (due && !reachable) began.current = true;
  return began.current ? <OfferForm chat={chat} due={due} reachable={reachable} /> : null;
}

/** At once while nobody is on line; otherwise when he has waited so long as the site says. */
function useDue({ site, clockOffset }: VisitorSnapshot, thread: VisitorThread): boolean {
  const after = site?.addressAfter ?? 0;
  const at = after === 0 ? Number.POSITIVE_INFINITY : site?.online ? waitsSince(thread) + after * 1000 : 0;
  const remains = at - Date.now() - clockOffset;
  const [, tick] = useState(0);
  useEffect(() => {
    if (remains <= 0 || remains === Number.POSITIVE_INFINITY) return;
    const timer = setTimeout(() => tick((count) => count + 1), remains);
    return () => clearTimeout(timer);
  }, [remains]);
  return remains <= 0;
}
