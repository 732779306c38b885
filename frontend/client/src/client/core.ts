import type { Ack, Done, Events, Fetch, Refused, Side, Stream } from "@beseda/protocol";
import type { Environment } from "../environment";
import * as CODES from "../line/codes";
import { openLine } from "../line/line";
import type { LineState } from "../line/types";
import type { Frame } from "../line/wire";
import { createOutbox } from "../outbox/outbox";
import { refusalOf, TEXT_LIMIT } from "../outbox/text";
import type { Beside, Outgoing, Submitted } from "../outbox/types";
import type { Log } from "../state/log";
import type { Step } from "../state/types";
import { createCommands } from "./commands";
import { createHints } from "./hints";
import type { Common, Local, Watchable } from "./types";

/** What differs between the two sides. */
export interface CoreOptions<S, In extends Frame> {
  side: Side;
  base: string;
  /** Of the outbox, see there. */
  scope: string;
  initial: S;
  query(): string | Promise<string>;
  hello(state: S): object;
  reduce(state: S, frame: In, now: number): Step<S>;
  /** Raises the own mark of what was seen. */
  marked(state: S, conversation: string, seq: number): S;
  expireTyping(state: S, now: number): S;
  logOf(state: S, conversation: string, stream: Stream): Log | undefined;
  older(state: S, conversation: string, stream: Stream): { state: S; before: number } | null;
  /** The frame that carries an item now. */
  sendFrame(item: Outgoing, state: S): object | null;
  lane(item: Outgoing): string;
  /** After the frame was reduced. */
  received?(frame: In, state: S): void;
  stopped?(code: number): void;
  lost?(code: number): void;
  reload(): void;
}

export interface Core<S> extends Watchable<S & Local>, Common {
  update(change: (state: S) => S): void;
  submit(text: string, conversation: string | null, stream: Stream, beside: Beside): Submitted;
  command(frame: object): Promise<void>;
  /** False when there is no line. */
  send(frame: object): boolean;
}

const RELOADED = "beseda/reloaded";
/** A little more than somebody is shown as typing. */
const TYPING = 6001;

/** State, line, outbox, commands and hints, tied together. */
export function createCore<S extends object, In extends Frame>(
  environment: Environment,
  options: CoreOptions<S, In>,
): Core<S> {
  const listeners = new Set<() => void>();
  let server = options.initial;
  let local: Local = { line: { kind: "connecting" }, outgoing: [], durable: true };
  let snapshot: S & Local = { ...server, ...local };

  function publish(nextServer: S, nextLocal: Local): void {
    if (nextServer !== server || nextLocal !== local) {
      server = nextServer;
      local = nextLocal;
      snapshot = { ...server, ...local };
      for (const listener of [...listeners]) {
        listener();
      }
    }
  }

  const outbox = createOutbox(environment, {
    scope: options.scope,
    transmit(item) {
      const frame = options.sendFrame(item, server);
      return frame !== null && send(frame);
    },
    lane: options.lane,
    changed: (outgoing, durable) => publish(server, { ...local, outgoing, durable }),
  });
  const commands = createCommands(environment, send);
  const hints = createHints(environment, send, (conversation, seq) =>
    publish(options.marked(server, conversation, seq), local),
  );

  function received(frame: In): void {
    const { state, effects } = options.reduce(server, frame, environment.now());
    publish(state, local);
    for (const { conversation, stream, after } of effects) {
      send({ t: "fetch", conversation, stream, after } satisfies Fetch);
    }
    settle(frame);
    options.received?.(frame, server);
  }

  /** Hands a frame to whoever waits for it. */
  function settle(frame: Frame): void {
    switch (frame.t) {
      case "welcome":
        outbox.pause();
        break;
      case "synced":
        outbox.resume();
        commands.resume();
        hints.resume();
        break;
      case "ack":
        acknowledged(frame as Ack);
        break;
      case "refused":
        outbox.refused(frame as Refused);
        commands.refused(frame as Refused);
        break;
      case "done":
        commands.done((frame as Done).rid);
        break;
      case "events":
        landed(frame as Events);
        break;
      case "typing":
        environment.after(TYPING, () => publish(options.expireTyping(server, environment.now()), local));
        break;
      default:
    }
  }

  function acknowledged(ack: Ack): void {
    outbox.acknowledged(ack);
    if ((options.logOf(server, ack.conversation, ack.stream)?.last ?? 0) >= ack.seq) {
      outbox.landed([ack.cid]);
    }
  }

  function landed({ conversation, stream }: Events): void {
    if (local.outgoing.length > 0) {
      const events = options.logOf(server, conversation, stream)?.events ?? [];
      outbox.landed(events.flatMap(({ cid }) => cid ?? []));
    }
  }

  function lineChanged(line: LineState): void {
    publish(server, { ...local, line });
    if (line.kind === "live") {
      remember(null);
    } else {
      outbox.pause();
    }
    if (line.kind === "stopped") {
      commands.stop();
      if (line.code === CODES.outdated && remember("1")) {
        options.reload();
      }
      options.stopped?.(line.code);
    }
  }

  /** False when the flag stood already or can't be kept: a page that can't remember must not reload for ever. */
  function remember(flag: string | null): boolean {
    try {
      const { storage } = environment;
      const before = storage?.getItem(RELOADED);
      if (flag === null) {
        storage?.removeItem(RELOADED);
      } else {
        storage?.setItem(RELOADED, flag);
      }
      return storage !== null && before === null;
    } catch {
      return false;
    }
  }

  const line = openLine<In, object>(environment, {
    side: options.side,
    base: options.base,
    query: options.query,
    hello: () => options.hello(server),
    received,
    changed: lineChanged,
    ...(options.lost ? { lost: options.lost } : {}),
  });
  function send(frame: object): boolean {
    return line.send(frame);
  }
  const unwatch = environment.watch((signal) => {
    if (signal === "wake") {
      hints.wake();
    }
  });

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getState: () => snapshot,
    update: (change) => publish(change(server), local),
    submit(text, conversation, stream, beside) {
      const plain = text.replace(/\r\n?/g, "\n");
      const silent = beside.files && plain.trim() === "";
      const refusal = silent ? null : refusalOf(plain, TEXT_LIMIT[options.side]);
      if (refusal) return refusal;
      // Whoever types on after sending is typing anew.
      if (conversation !== null && stream === "public") hints.typing(conversation, false);
      return outbox.add(silent ? "" : plain, conversation, stream, beside);
    },
    command: commands.run,
    send,
    typing: (conversation: string, on: boolean) => hints.typing(conversation, on),
    draft: (conversation: string, text: string) => hints.draft(conversation, text),
    seen: (conversation: string, seq: number) => hints.seen(conversation, seq),
    older(conversation: string, stream: Stream = "public") {
      const asked = options.older(server, conversation, stream);
      if (asked && send({ t: "older", conversation, stream, before: asked.before })) {
        publish(asked.state, local);
      }
    },
    retry: outbox.retry,
    restore: outbox.restore,
    reconnect: () => line.restart(),
    stop() {
      unwatch();
      line.close();
      outbox.stop();
      commands.stop();
    },
  };
}
