import type {
  Attachment,
  HandOver,
  MentionSeen,
  Note,
  OperatorHello,
  OperatorSend,
  ToOperator,
} from "@beseda/protocol";
import type { Environment } from "../environment";
import { isFormatted, plainText } from "../formatting/plain";
import { refusalOfDocument } from "../formatting/rules";
import * as CODES from "../line/codes";
import type { Beside } from "../outbox/types";
import {
  consoleOlder,
  consolePositions,
  EMPTY_CONSOLE,
  expireConsoleTyping,
  forgetVisitors,
  leaveConversation,
  markConsoleSeen,
  openConversation,
  reduceConsole,
} from "../state/console";
import { createCore } from "./core";
import type { OperatorClient, OperatorOptions, VisitorsWish } from "./types";

/** So many conversations are followed on after they were left: who comes back sees at once what was said meanwhile. */
const LATELY = 9;

/** Commands that name nothing but the conversation. */
type Owned = "take" | "giveBack" | "close" | "refuse" | "accept" | "decline" | "takeover";

function besides(files: readonly Attachment[] = [], reply?: number): Beside {
  return { ...(files.length > 0 ? { files } : {}), ...(reply === undefined ? {} : { reply }) };
}

/** The operator's console without its pixels. Opens the line at once. */
export function createOperatorClient(environment: Environment, options: OperatorOptions): OperatorClient {
  const { base, account, ticket, onSignedOut, reload } = options;
  const tab = environment.newId();
  let wish: VisitorsWish | null = null;
  /** Those left lately, the last one first. */
  let lately: string[] = [];

  const core = createCore(environment, {
    side: "operator",
    base,
    scope: `operator/${account}`,
    initial: EMPTY_CONSOLE,
    query: async () => `ticket=${encodeURIComponent(await ticket())}`,
    hello: (state): OperatorHello => ({
      t: "hello",
      protocol: 1,
      epoch: state.epoch,
      positions: consolePositions(state),
      tab,
    }),
    reduce: (state, frame: ToOperator, now) => reduceConsole(state, frame, now),
    marked: (state, conversation, seq) => markConsoleSeen(state, conversation, "operator", seq),
    expireTyping: expireConsoleTyping,
    logOf: (state, conversation, stream) => state.threads[conversation]?.[stream],
    older: consoleOlder,
    sendFrame({ conversation, cid, text, document, files, reply, stream }, state): OperatorSend | Note | null {
      if (conversation === null) {
        return null;
      }
      const version = state.conversations[conversation]?.version ?? 0;
      const answered = reply === undefined ? {} : { reply };
      if (stream === "internal") return { t: "note", conversation, cid, text, ...answered };
      const enclosed = files ? { files: files.map(({ id }) => id), ...answered } : answered;
      // The server makes the text of the document itself.
      return document
        ? { t: "send", conversation, version, cid, text: "", document, ...enclosed }
        : { t: "send", conversation, version, cid, text, ...enclosed };
    },
    lane: ({ conversation, stream }) => `${conversation}/${stream}`,
    received(frame, state) {
      if (frame.t === "synced") {
        const unknown = state.opened.filter((conversation) => !state.threads[conversation]);
        unknown.forEach(follow);
        watch();
      }
    },
    stopped: (code) => code === CODES.signedOut && onSignedOut(),
    reload,
  });

  /** What was wished is said anew on every new line. */
  function watch(): void {
    if (wish) core.send({ t: "watch", ...wish });
  }

  function follow(conversation: string): void {
    core.send({ t: "open", conversation });
  }

  /** A command that holds only for the owner's version the operator has on the screen. */
  function owned(t: Owned, conversation: string): Promise<void> {
    return core.command({ t, conversation, version: versionOf(conversation) });
  }

  function versionOf(conversation: string): number {
    return core.getState().conversations[conversation]?.version ?? 0;
  }

  function open(conversation: string): void {
    lately = lately.filter((other) => other !== conversation);
    core.update((state) => openConversation(state, conversation));
    if (!core.getState().threads[conversation]) {
      follow(conversation);
    }
  }

  function leave(conversation: string): void {
    core.update((state) => leaveConversation(state, conversation));
    if (!core.getState().threads[conversation]) {
      core.send({ t: "leave", conversation });
    }
  }

  return {
    ...core,
    open,
    leave(conversation) {
      lately = [conversation, ...lately.filter((other) => other !== conversation)];
      lately.splice(LATELY).forEach(leave);
    },
    send: (conversation, text, files, reply) => core.submit(text, conversation, "public", besides(files, reply)),
    sendFormatted(conversation, document, files, reply) {
      const text = plainText(document);
      const beside = besides(files, reply);
      if (!isFormatted(document)) return core.submit(text, conversation, "public", beside);
      return refusalOfDocument(document) ?? core.submit(text, conversation, "public", { ...beside, document });
    },
    note: (conversation, text, reply) => core.submit(text, conversation, "internal", besides([], reply)),
    mentionSeen: (conversation, seq) => void core.send({ t: "mentionSeen", conversation, seq } satisfies MentionSeen),
    edit(conversation, seq, text, document) {
      const formatted = document !== undefined && isFormatted(document);
      return core.command({ t: "edit", conversation, seq, ...(formatted ? { text: "", document } : { text }) });
    },
    takeBack: (conversation, seq) => core.command({ t: "delete", conversation, seq }),
    take(conversation) {
      open(conversation);
      return owned("take", conversation);
    },
    giveBack: (conversation) => owned("giveBack", conversation),
    close: (conversation) => owned("close", conversation),
    refuse: (conversation) => owned("refuse", conversation),
    inviteVisitor: (visitor, text) => core.command({ t: "invite", visitor, text }),
    handOver(conversation, to, note, ask) {
      const frame: Omit<HandOver, "rid"> = {
        t: "handover",
        conversation,
        version: versionOf(conversation),
        to: "operator" in to ? to.operator : null,
        department: "department" in to ? to.department : null,
        note,
        ask,
      };
      return core.command(frame);
    },
    accept(conversation) {
      open(conversation);
      return owned("accept", conversation);
    },
    decline: (conversation) => owned("decline", conversation),
    takeOver(conversation) {
      open(conversation);
      return owned("takeover", conversation);
    },
    watchVisitors(wished) {
      wish = wished;
      if (wish) watch();
      else if (core.send({ t: "unwatch" })) core.update(forgetVisitors);
    },
    putTag: (conversation, tag, on) => core.command({ t: "tag", conversation, tag, on }),
    setState: (state) => core.command({ t: "state", state }),
  };
}
