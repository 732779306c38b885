import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { useSwitchLanguage } from "../i18n/LanguageProvider";
import { useTexts } from "../i18n/texts";
import { Failure } from "../parts/Failure";
import { asProblem } from "../rest/problem";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { Site } from "../rest/types";
import { LineProvider } from "../shell/LineProvider";
import type { Connect } from "../shell/line";
import { useRoute } from "../shell/route";
import { Shell } from "../shell/Shell";
import { SessionContext } from "../shell/session";
import { tellActs } from "./acts";
import { Frame } from "./Frame";
import { SignIn } from "./SignIn";

// Seen once in the life of an account; everybody else waits for less.
const FirstRun = lazy(() => import("./FirstRun").then((file) => ({ default: file.FirstRun })));
const Invitation = lazy(() => import("./Invitation").then((file) => ({ default: file.Invitation })));
const Snippet = lazy(() => import("./Snippet").then((file) => ({ default: file.Snippet })));

/** Decides what a reader gets: the first run, an invitation, the sign-in, or the console. */
export function Entry({ connect }: { connect: Connect }) {
  return (
    <Suspense fallback={<Frame waiting />}>
      <Part connect={connect} />
    </Suspense>
  );
}

function Part({ connect }: { connect: Connect }) {
  const route = useRoute();
  const [made, setMade] = useState<Site[] | null>(null);
  const setup = useQuery({ ...queries.setup, staleTime: Number.POSITIVE_INFINITY });
  const needed = setup.data?.needed === true;
  if (made !== null) return <Snippet sites={made} open={() => setMade(null)} />;
  if (setup.isError) return <Trouble error={setup.error} retry={() => void setup.refetch()} />;
  if (setup.data === undefined) return <Frame waiting />;
  if (needed) return <FirstRun done={setMade} />;
  if (route.page === "invitation") return <Invitation token={route.token} />;
  return <SignedIn connect={connect} />;
}

function SignedIn({ connect }: { connect: Connect }) {
  const session = useQuery({ ...queries.session, refetchOnWindowFocus: "always", retryOnMount: false });
  const switchLanguage = useSwitchLanguage();
  const { language } = useTexts();
  const cache = useQueryClient();
  const locale = session.data?.operator.locale;
  const known = session.data?.operator.email;
  const [last, setLast] = useState("");
  useEffect(() => {
    if (known === undefined) return;
    setLast(known);
    return tellActs(
      window,
      Date.now,
      () => request("PUT", "/api/session"),
      () => void cache.invalidateQueries({ queryKey: queries.session.queryKey }),
    );
  }, [known, cache]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the account's language is applied when it comes, not fought over later.
  useEffect(() => {
    if (locale !== undefined && locale !== language) switchLanguage(locale);
  }, [locale]);
  if (session.isError && asProblem(session.error).status === 401) return <SignIn last={last} />;
  if (session.isError && session.data === undefined)
    return <Trouble error={session.error} retry={() => void session.refetch()} />;
  if (session.data === undefined) return <Frame waiting />;
  return (
    <SessionContext value={session.data}>
      <LineProvider connect={connect}>
        <Shell />
      </LineProvider>
    </SessionContext>
  );
}

function Trouble({ error, retry }: { error: Error; retry: () => void }) {
  return (
    <Frame>
      <Failure error={error} retry={retry} />
    </Frame>
  );
}
