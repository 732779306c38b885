import { isWaiting } from "@beseda/client";
import type { Conversation } from "@beseda/protocol";
import { useDocumentVisibility } from "@mantine/hooks";
import { useEffect } from "react";
import { useClient } from "../shell/line";
import { useSession } from "../shell/session";

/**
 * Tells the visitor's side what an operator has on the screen: what is mine or nobody's. Looking over a colleague's
 * shoulder is not an answer and makes no second tick.
 */
export function useSeen(conversation: Conversation, last: number, atBottom: boolean): void {
  const client = useClient();
  const me = useSession().operator.id;
  const visible = useDocumentVisibility() === "visible";
  const { id, state, owner, operatorSeen } = conversation;
  const concerned = isWaiting(conversation) || (state === "active" && owner === me);
  useEffect(() => {
    if (visible && atBottom && concerned && last > operatorSeen) client.seen(id, last);
  }, [client, id, visible, atBottom, concerned, last, operatorSeen]);
}
