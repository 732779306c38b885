import { Refusal } from "@beseda/client";
import { useState } from "preact/hooks";
import type { Chat } from "../chat/chat";
import type { PanelKey } from "../messages/ru";
import { useWatched } from "../parts/watched";

/** An address being written, and what became of it. */
export interface Reach {
  readonly name: string;
  readonly address: string;
  readonly problem: PanelKey | null;
  readonly sending: boolean;
  change(part: { name?: string; address?: string }): void;
  /** True when it is kept. */
  leave(): Promise<boolean>;
}

/** What is written outlives the page until it is kept. */
export function useReach({ client, contact, writeContact }: Chat): Reach {
  const { name, address } = useWatched(contact);
  const [problem, setProblem] = useState<PanelKey | null>(null);
  const [sending, setSending] = useState(false);
  return {
    name,
    address,
    problem,
    sending,
    change(part) {
      setProblem(null);
      writeContact({ name, address, ...part });
    },
    async leave() {
      if (address.trim() === "") {
        setProblem("reach.missing");
        return false;
      }
      setSending(true);
      try {
        await client.leaveAddress(name.trim(), address.trim());
        return true;
      } catch (refusal) {
        const invalid = refusal instanceof Refusal && refusal.code === "address_invalid";
        setProblem(invalid ? "reach.invalid" : "reach.failed");
        return false;
      } finally {
        setSending(false);
      }
    },
  };
}
