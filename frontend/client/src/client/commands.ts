import type { Refused } from "@beseda/protocol";
import type { Environment } from "../environment";
import { Refusal } from "./types";

/** No answer so long: the same command is sent again; the server does it once. */
const RESEND = 10_000;

interface Pending {
  frame: { rid: string };
  resolve(): void;
  reject(refusal: Refusal): void;
  cancel: () => void;
}

/** Commands on their way; each ends with the server's answer, on whatever line that comes. */
export interface Commands {
  /** `frame` without its `rid`. */
  run(frame: object): Promise<void>;
  done(rid: string): void;
  refused(refused: Refused): void;
  /** A new line is there: what has no answer goes again, in order. */
  resume(): void;
  /** No answer will come. */
  stop(): void;
}

export function createCommands(environment: Environment, send: (frame: object) => boolean): Commands {
  const pending = new Map<string, Pending>();

  function transmit(command: Pending, ms = RESEND): void {
    send(command.frame);
    later(command, ms);
  }
  function later(command: Pending, ms: number): void {
    command.cancel();
    command.cancel = environment.after(ms, () => transmit(command));
  }
  function take(rid: string): Pending | undefined {
    const command = pending.get(rid);
    command?.cancel();
    pending.delete(rid);
    return command;
  }

  return {
    run: (body) =>
      new Promise((resolve, reject) => {
        const rid = environment.newId();
        const command = { frame: { ...body, rid }, resolve, reject, cancel: () => {} };
        pending.set(rid, command);
        transmit(command);
      }),
    done: (rid) => take(rid)?.resolve(),
    refused({ rid, code, params, retryMs }) {
      const command = rid === null ? undefined : pending.get(rid);
      if (command && retryMs !== null) {
        later(command, retryMs);
      } else if (command) {
        take(command.frame.rid)?.reject(new Refusal(code, params));
      }
    },
    resume() {
      for (const command of pending.values()) {
        transmit(command);
      }
    },
    stop() {
      for (const rid of [...pending.keys()]) {
        take(rid)?.reject(new Refusal("stopped"));
      }
    },
  };
}
