import type { OperatorState } from "@beseda/protocol";
import { useConsole } from "./line";
import { useSession } from "./session";

/** What I am to the others now. */
export function useMyState(): OperatorState {
  const { id, state } = useSession().operator;
  return useConsole((snapshot) => snapshot.operators[id]?.state ?? state);
}

export function useIsLive(): boolean {
  return useConsole((snapshot) => snapshot.line.kind === "live");
}
