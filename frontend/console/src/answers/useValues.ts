import type { Conversation } from "@beseda/protocol";
import { useConsole } from "../shell/line";
import { useSession } from "../shell/session";
import type { Values } from "./variables";

/** What is known now for the variables of an answer in this conversation. */
export function useValues({ site, visitor }: Conversation): Values {
  const { operator, company } = useSession();
  const siteName = useConsole((state) => state.sites.find(({ id }) => id === site)?.name);
  const me = useConsole((state) => state.operators[operator.id]?.name);
  return {
    "visitor.name": visitor.name ?? "",
    "operator.name": me ?? operator.name,
    company,
    site: siteName ?? company,
    "page.title": visitor.page?.title ?? "",
    "page.address": visitor.page?.url ?? "",
    city: visitor.city ?? "",
  };
}
