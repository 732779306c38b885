import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { readConversations } from "../rest/queries";
import { useClient, useConsole } from "../shell/line";
import { remember, remembered } from "../theme/memory";
import { type Closed, inOrder, rowsOf, type SectionName, sectionNames } from "./rows";
import { sectionsOf } from "./sections";

const closedKey = ["conversations", "closed"];

/** The rows of the list: the open ones live from the line, the closed ones page by page from the server. */
export function useRows(query: string) {
  const client = useClient();
  const conversations = useConsole((state) => state.conversations);
  const [folded, setFolded] = useState(rememberedFolds);
  const closed = useClosed(!folded.has("closed"));
  const sections = useMemo(() => sectionsOf({ ...client.getState(), conversations }), [client, conversations]);
  const rows = useMemo(() => rowsOf(sections, closed.known, folded, query), [sections, closed.known, folded, query]);
  const fold = useCallback((section: SectionName) => {
    setFolded((before) => {
      const next = new Set(before);
      if (!next.delete(section)) next.add(section);
      remember("folded", [...next].join(" "));
      return next;
    });
  }, []);
  return { rows, fold, loadMore: closed.loadMore };
}

function rememberedFolds(): ReadonlySet<SectionName> {
  const words = (remembered("folded") ?? "").split(" ");
  return new Set(sectionNames.filter((name) => words.includes(name)));
}

/** Pages are read once: what ends later the line tells, and after a pause of the line the newest page tells what it missed. */
function useClosed(wanted: boolean) {
  const ended = useConsole((state) => state.closed);
  const gone = useConsole((state) => state.gone);
  const line = useConsole((state) => state.answers);
  const [first] = useState(line);
  const { data, isError, isFetching, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: closedKey,
    queryFn: ({ pageParam, signal }) => readConversations({ state: "closed" }, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.more ? (last.conversations.at(-1)?.id ?? null) : null),
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const newest = useQuery({
    queryKey: [...closedKey, "since", line],
    queryFn: ({ signal }) => readConversations({ state: "closed" }, null, signal),
    enabled: wanted && line !== first,
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
  const known = useMemo((): Closed => {
    const pages = [...(newest ? [newest] : []), ...(data?.pages ?? [])];
    const conversations = inOrder([...ended, ...pages.flatMap((page) => page.conversations)], gone);
    if (isError) return { conversations, state: "failed" };
    if (isFetching && data === undefined) return { conversations, state: "loading" };
    return { conversations, state: hasNextPage || data === undefined ? "idle" : "all" };
  }, [ended, gone, newest, data, isError, isFetching, hasNextPage]);
  const loadMore = useCallback(() => {
    if (isFetching) return;
    void (isError && data === undefined ? refetch() : fetchNextPage());
  }, [isFetching, isError, data, refetch, fetchNextPage]);
  return { known, loadMore };
}
