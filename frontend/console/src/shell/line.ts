import type { ConsoleSnapshot, OperatorClient } from "@beseda/client";
import { createContext, use, useSyncExternalStore } from "react";

/** Makes the client of one operator; the page gives the real one, tests and the workbench one with a server inside. */
export type Connect = (operator: string, signedOut: () => void) => OperatorClient;

export const ClientContext = createContext<OperatorClient | null>(null);

export function useClient(): OperatorClient {
  const client = use(ClientContext);
  if (client === null) throw new Error("useClient() is used outside of LineProvider");
  return client;
}

/** A part of what the server told. `select` returns something that is in the state, or a primitive: never a new object. */
export function useConsole<T>(select: (state: ConsoleSnapshot) => T): T {
  const client = useClient();
  return useSyncExternalStore(client.subscribe, () => select(client.getState()));
}
