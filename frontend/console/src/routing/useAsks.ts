import { type Ask, asksOf, type Withdrawn, withdrawn } from "@beseda/client";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { serverNow } from "../shell/clock";
import { useClient, useConsole } from "../shell/line";

/** A word about an ask that went away by itself. */
export interface Farewell extends Withdrawn {
  readonly ask: Ask;
}

/** Long enough to be read, short enough not to be in the way, milliseconds. */
const farewellFor = 5000;

export interface Asks {
  readonly asks: readonly Ask[];
  readonly farewells: readonly Farewell[];
  /** I have answered it: its going away needs no word. */
  answered(ask: Ask): void;
}

/** What is put to me now, and for a few seconds why something no longer is. */
export function useAsks(): Asks {
  const client = useClient();
  const conversations = useConsole((state) => state.conversations);
  const asks = useMemo(() => asksOf({ ...client.getState(), conversations }), [client, conversations]);
  const [farewells, setFarewells] = useState<readonly Farewell[]>([]);
  const known = useRef<readonly Ask[]>([]);
  const mine = useRef(new Set<string>());
  useEffect(() => {
    const before = known.current;
    known.current = asks;
    const gone = before.filter((ask) => !asks.some((other) => sameAsk(ask, other)));
    const told = gone.flatMap((ask): Farewell[] => {
      const end = mine.current.delete(keyOf(ask)) ? null : withdrawn(ask, client.getState(), serverNow());
      return end === null ? [] : [{ ask, ...end }];
    });
    if (told.length === 0) return;
    const newer = (shown: Farewell) => told.some(({ ask }) => sameAsk(ask, shown.ask));
    setFarewells((shown) => [...shown.filter((each) => !newer(each)), ...told]);
    setTimeout(() => setFarewells((shown) => shown.filter((each) => !told.includes(each))), farewellFor);
  }, [asks, client]);
  const answered = useCallback((ask: Ask) => void mine.current.add(keyOf(ask)), []);
  return { asks, farewells, answered };
}

export function keyOf({ kind, conversation }: Ask): string {
  return `${kind} ${conversation.id}`;
}

function sameAsk(one: Ask, other: Ask): boolean {
  return keyOf(one) === keyOf(other);
}
