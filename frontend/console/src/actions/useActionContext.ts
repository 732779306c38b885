import { mine } from "@beseda/client";
import { useMantineColorScheme } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useSwitchLanguage } from "../i18n/LanguageProvider";
import { useTexts } from "../i18n/texts";
import { asProblem } from "../rest/problem";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import { useClient, useConsole } from "../shell/line";
import { useRoute } from "../shell/route";
import { useSession } from "../shell/session";
import { waitingCount } from "../shell/waitingCount";
import type { ActionContext } from "./action";

/** The world an action started now would see. */
export function useActionContext(): ActionContext {
  const client = useClient();
  const route = useRoute();
  const texts = useTexts();
  const { operator: me, permissions, translates } = useSession();
  const cache = useQueryClient();
  const { setColorScheme } = useMantineColorScheme();
  const setLanguage = useSwitchLanguage();
  const open = route.page === "conversations" ? route.conversation : null;
  const conversation = useConsole((state) => (open === null ? null : (state.conversations[open] ?? null)));
  // What else decides on what is available: my own state, whether somebody waits, and how many I talk to.
  useConsole((state) => state.operators[me.id]?.state);
  useConsole((state) => waitingCount(state.conversations) > 0);
  useConsole((state) => mine(state).some(({ waitingSince }) => waitingSince !== null));
  useConsole((state) => mine(state).length);
  const signOut = async () => {
    await request("DELETE", "/api/session").catch((error: unknown) => {
      if (asProblem(error).status !== 401) throw error;
    });
    await cache.resetQueries({ queryKey: queries.session.queryKey });
  };
  return {
    client,
    me,
    permissions,
    translates,
    route,
    conversation,
    texts,
    setScheme: setColorScheme,
    setLanguage,
    signOut,
  };
}
