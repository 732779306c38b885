import { createContext, use } from "react";
import type { Session } from "../rest/types";

export const SessionContext = createContext<Session | null>(null);

/** Who is signed in. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error("useSession() is used before somebody signed in");
  return session;
}

export function useIsAdministrator(): boolean {
  return useSession().operator.role === "administrator";
}
