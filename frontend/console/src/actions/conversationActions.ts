import { isWaiting, waiting } from "@beseda/client";
import { Check, CornerUpLeft, Hand, MessageSquareReply, PanelRight, StickyNote, Zap } from "lucide-react";
import { navigate } from "../shell/route";
import { signal } from "../shell/signals";
import type { Action, ActionContext } from "./action";

const isMine = ({ conversation, me }: ActionContext) =>
  conversation?.state === "active" && conversation.owner === me.id;
const isOpen = ({ conversation }: ActionContext) => conversation !== null && conversation.state !== "closed";

export const take: Action = {
  id: "take",
  group: "conversation",
  label: "action.take",
  icon: Hand,
  keys: "T",
  available: ({ conversation }) => conversation !== null && isWaiting(conversation),
  perform: async ({ client, conversation }) => {
    if (conversation === null) return;
    await client.take(conversation.id);
    signal("answer");
  },
};

export const takeNext: Action = {
  id: "takeNext",
  group: "list",
  label: "action.takeNext",
  icon: Zap,
  keys: "shift+T",
  available: ({ client }) => longestWaiting(client) !== undefined,
  perform: async ({ client }) => {
    const conversation = longestWaiting(client);
    if (conversation === undefined) return;
    navigate({ page: "conversations", conversation: conversation.id });
    await client.take(conversation.id);
    signal("answer");
  },
};

export const giveBack: Action = {
  id: "giveBack",
  group: "conversation",
  label: "action.giveBack",
  icon: CornerUpLeft,
  keys: "shift+B",
  available: isMine,
  perform: async ({ client, conversation }) => {
    if (conversation !== null) await client.giveBack(conversation.id);
  },
};

/** Asks first when the visitor is still waiting for an answer. */
export const close: Action = {
  id: "close",
  group: "conversation",
  label: "action.close",
  icon: Check,
  keys: "shift+E",
  available: isMine,
  perform: async ({ client, conversation }) => {
    if (conversation === null) return;
    if (conversation.waitingSince !== null) signal("askClose");
    else await client.close(conversation.id);
  },
};

export const answer: Action = {
  id: "answer",
  group: "conversation",
  label: "action.answer",
  icon: MessageSquareReply,
  keys: "R",
  available: isMine,
  perform: () => signal("answer"),
};

export const note: Action = {
  id: "note",
  group: "conversation",
  label: "action.note",
  icon: StickyNote,
  keys: "N",
  available: isOpen,
  perform: () => signal("note"),
};

export const visitorCard: Action = {
  id: "visitorCard",
  group: "conversation",
  label: "action.visitorCard",
  icon: PanelRight,
  keys: "I",
  available: ({ conversation }) => conversation !== null,
  perform: () => signal("visitorCard"),
};

function longestWaiting(client: ActionContext["client"]) {
  return waiting(client.getState())[0];
}
