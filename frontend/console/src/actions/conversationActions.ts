import { mine, waiting } from "@beseda/client";
import type { Conversation, EventBody } from "@beseda/protocol";
import { notifications } from "@mantine/notifications";
import {
  ArrowDownToLine,
  ArrowRightLeft,
  ArrowUpToLine,
  BookOpen,
  Check,
  CornerUpLeft,
  Hand,
  Hourglass,
  Languages,
  Link,
  MessageSquareReply,
  MessageSquareText,
  PanelRight,
  Reply,
  StickyNote,
  Tag as TagIcon,
  TextSearch,
  UserRoundCheck,
  Zap,
} from "lucide-react";

import { Drafts } from "../conversations/drafts";
import { copyLink, linkTo } from "../conversations/links";
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
  available: ({ conversation }) => conversation?.state === "waiting" || conversation?.state === "offered",
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

/** An answer is on its way: the line brings it before whatever is said next. */
const isAnswering = (client: ActionContext["client"], id: string) =>
  client
    .getState()
    .outgoing.some(
      ({ conversation, stream, state }) =>
        conversation === id && stream === "public" && (state === "sending" || state === "stored"),
    );

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
    if (conversation.waitingSince !== null && !isAnswering(client, conversation.id)) signal("askClose");
    else await client.close(conversation.id);
  },
};

/** Opens the question to whom; a hand-over that waits for its answer has to end first. */
export const handOver: Action = {
  id: "handOver",
  group: "conversation",
  label: "action.handOver",
  icon: ArrowRightLeft,
  keys: "shift+H",
  available: (context) => isMine(context) && context.conversation?.transfer === null,
  perform: () => signal("askHandOver"),
};

/** Asks first: somebody is in the middle of it. */
export const takeOver: Action = {
  id: "takeOver",
  group: "conversation",
  label: "action.takeOver",
  icon: UserRoundCheck,
  available: ({ conversation, me }) =>
    conversation?.state === "active" && conversation.owner !== me.id && me.role !== "operator",
  perform: () => signal("askTakeOver"),
};

/** Mine before nobody's: whoever I talk to already is my promise. */
export const longest: Action = {
  id: "longest",
  group: "list",
  label: "action.longest",
  icon: Hourglass,
  keys: "L",
  available: (context) => longestOf(context) !== undefined,
  perform: (context) => {
    const conversation = longestOf(context);
    if (conversation !== undefined) navigate({ page: "conversations", conversation: conversation.id });
  },
};

/** Also from the middle of an answer: what was typed waits in its conversation. */
export const nextMine: Action = {
  id: "nextMine",
  group: "list",
  label: "action.nextMine",
  icon: ArrowDownToLine,
  keys: "alt+ArrowDown",
  available: (context) => mineBeside(context, 1) !== undefined,
  perform: (context) => goOn(mineBeside(context, 1)),
};

export const previousMine: Action = {
  id: "previousMine",
  group: "list",
  label: "action.previousMine",
  icon: ArrowUpToLine,
  keys: "alt+ArrowUp",
  available: (context) => mineBeside(context, -1) !== undefined,
  perform: (context) => goOn(mineBeside(context, -1)),
};

/** {@link longest} for who is typing. */
export const longestAnswer: Action = {
  id: "longestAnswer",
  group: "list",
  label: "action.longestAnswer",
  icon: Hourglass,
  keys: "alt+L",
  available: (context) => longestOf(context) !== undefined,
  perform: (context) => goOn(longestOf(context)),
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

/** Answers the visitor's newest message, quoting it. */
export const reply: Action = {
  id: "reply",
  group: "conversation",
  label: "action.reply",
  icon: Reply,
  keys: "shift+R",
  available: (context) => isOpen(context) && newestOfVisitor(context) !== undefined,
  perform: (context) => signal("reply", newestOfVisitor(context)),
};

/** Shows the visitor's newest message that has words in my language under it. */
export const translate: Action = {
  id: "translate",
  group: "conversation",
  label: "action.translate",
  icon: Languages,
  keys: "shift+L",
  available: (context) => context.translates && newestOfVisitor(context, hasWords) !== undefined,
  perform: (context) => signal("translate", newestOfVisitor(context, hasWords)),
};

/** Opens the languages that what is being written may be put into; a note is for colleagues and stays as it is. */
export const translateDraft: Action = {
  id: "translateDraft",
  group: "conversation",
  label: "action.translateDraft",
  icon: Languages,
  keys: "alt+T",
  available: (context) => context.translates && isMine(context),
  perform: ({ conversation, me, texts }) => {
    signal("answer");
    if (conversation !== null && new Drafts(me.id).read(conversation.id).note) {
      notifications.show({ id: "action translateDraft", message: texts.t("translation.note"), autoClose: 6000 });
    } else signal("translateDraft");
  },
};

/** Opens their list where the answer is written, as a slash does. */
export const readyAnswers: Action = {
  id: "readyAnswers",
  group: "conversation",
  label: "action.readyAnswers",
  icon: MessageSquareText,
  keys: "alt+A",
  available: isMine,
  perform: () => signal("readyAnswers"),
};

/** Its address, to be sent to a colleague. */
export const copyConversationLink: Action = {
  id: "copyLink",
  group: "conversation",
  label: "action.copyLink",
  icon: Link,
  keys: "shift+C",
  available: ({ conversation }) => conversation !== null,
  perform: async ({ conversation, texts }) => {
    if (conversation !== null) await copyLink(texts, linkTo(conversation.id));
  },
};

/** Opens the search in the knowledge base over what is being written. */
export const articles: Action = {
  id: "articles",
  group: "conversation",
  label: "action.articles",
  icon: BookOpen,
  keys: "alt+K",
  available: isMine,
  perform: () => signal("articles"),
};

/** Opens the field over the log in which words of it are looked for. */
export const searchLog: Action = {
  id: "searchLog",
  group: "conversation",
  label: "action.searchLog",
  icon: TextSearch,
  keys: "shift+F",
  available: ({ conversation }) => conversation !== null,
  perform: () => signal("searchLog"),
};

/** Opens the list of tags to put on or take off. */
export const tags: Action = {
  id: "tags",
  group: "conversation",
  label: "action.tags",
  icon: TagIcon,
  keys: "M",
  available: ({ conversation }) => conversation !== null,
  perform: () => signal("tags"),
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

const isMessage = (body: EventBody) => body.type === "message";
const hasWords = (body: EventBody) => body.type === "message" && body.text.trim() !== "";

function newestOfVisitor(
  { client, conversation }: ActionContext,
  suits: (body: EventBody) => boolean = isMessage,
): number | undefined {
  const log = conversation === null ? undefined : client.getState().threads[conversation.id]?.public;
  const said = log?.events.filter(({ author, body }) => author.kind === "visitor" && suits(body));
  return said?.at(-1)?.seq;
}

/** Opens it with the cursor where its answer is written. */
function goOn(conversation: Conversation | undefined): void {
  if (conversation === undefined) return;
  navigate({ page: "conversations", conversation: conversation.id });
  requestAnimationFrame(() => signal("answer"));
}

/** My conversation next to the open one in the order of the list; after the last comes the first. */
function mineBeside({ client, conversation }: ActionContext, step: 1 | -1): Conversation | undefined {
  const all = mine(client.getState());
  const at = all.findIndex(({ id }) => id === conversation?.id);
  const next = all.at(at < 0 ? (step > 0 ? 0 : -1) : (at + step) % all.length);
  return next?.id === conversation?.id ? undefined : next;
}

/** Pressed again, it leads on to the next one. */
function longestOf({ client, conversation }: ActionContext) {
  const state = client.getState();
  const unanswered = [...mine(state), ...waiting(state)].filter(({ waitingSince }) => waitingSince !== null);
  return unanswered.find(({ id }) => id !== conversation?.id) ?? unanswered[0];
}

function longestWaiting(client: ActionContext["client"]) {
  const state = client.getState();
  // What is being put to a colleague is theirs until they let it go.
  return waiting(state).find(({ offer }) => offer === null || offer.to === state.me);
}
