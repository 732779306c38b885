import { type TimelineItem, tickOf } from "@beseda/client";
import type { Conversation, Event } from "@beseda/protocol";
import { Button, Loader } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTexts } from "../i18n/texts";
import { Failure } from "../parts/Failure";
import type { ArchiveNote } from "../rest/archive";
import { readEvents } from "../rest/queries";
import { useSession } from "../shell/session";
import { startOfDay } from "./days";
import style from "./Earlier.module.css";
import { Goals } from "./Goals";
import { LogItems } from "./LogItems";
import { logItems } from "./logItems";
import { QuotedContext } from "./quoting";
import { Rated } from "./Rated";

const none: readonly ArchiveNote[] = [];

/** What was said in a conversation, read page by page, the newest first; with notes among it where they are told. */
export function usePastLog(conversation: Conversation, notes: readonly ArchiveNote[] = none) {
  const me = useSession().operator.id;
  const log = useInfiniteQuery({
    queryKey: ["events", conversation.id],
    queryFn: ({ pageParam, signal }) => readEvents(conversation.id, pageParam, signal),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.more ? (last.events[0]?.seq ?? null) : null),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const events = useMemo(() => [...(log.data?.pages ?? [])].reverse().flatMap((page) => page.events), [log.data]);
  const items = useMemo(() => {
    const said = events.map((event) => rowOf(event, conversation.visitorSeen, me));
    // A note stands where it was written; as long as that is not read yet it waits.
    const from = log.hasNextPage ? (events[0]?.at ?? 0) : 0;
    const beside = notes.filter(({ at }) => at >= from).map((note) => noteRow(note, me));
    return logItems(among(said, beside), { me, unreadAfter: null, startOfDay });
  }, [events, notes, log.hasNextPage, conversation.visitorSeen, me]);
  return { log, events, items };
}

/** What was said in an earlier conversation, newest page first. */
export function PastLog({ conversation }: { conversation: Conversation }) {
  const { t } = useTexts();
  const { log, events, items } = usePastLog(conversation);
  if (log.isError) return <Failure error={log.error} retry={() => void log.refetch()} />;
  return (
    <div className={style.past}>
      {log.isPending && <Loader size="xs" type="dots" color="gray" aria-label={t("common.loading")} />}
      {log.hasNextPage && (
        <Button
          size="compact-sm"
          variant="subtle"
          loading={log.isFetchingNextPage}
          onClick={() => void log.fetchNextPage()}
        >
          {t("earlier.olderMessages")}
        </Button>
      )}
      <QuotedContext value={events}>
        <LogItems items={items.filter(({ kind }) => kind !== "day")} conversation={conversation} />
      </QuotedContext>
      <Rated conversation={conversation} />
      <Goals conversation={conversation} />
    </div>
  );
}

/** Each note before what was said after it; what was said stays in its order. */
function among(said: readonly TimelineItem[], notes: readonly TimelineItem[]): TimelineItem[] {
  let told = 0;
  const rows = said.flatMap((row) => {
    const from = told;
    while ((notes[told]?.at ?? row.at) < row.at) told += 1;
    return [...notes.slice(from, told), row];
  });
  return [...rows, ...notes.slice(told)];
}

function rowOf(event: Event, visitorSeen: number, me: string): TimelineItem {
  const { author, body, seq, at, cid } = event;
  const ticked = author.kind === "operator" && body.type === "message";
  return {
    kind: "event",
    key: cid ?? `public/${seq}`,
    at,
    stream: "public",
    event,
    mine: author.kind === "operator" && author.id === me,
    tick: ticked ? tickOf(seq, visitorSeen) : null,
  };
}

function noteRow({ seq, at, operator: id, text, reply }: ArchiveNote, me: string): TimelineItem {
  const about = reply === null ? {} : { reply };
  return {
    kind: "event",
    key: `internal/${seq}`,
    at,
    stream: "internal",
    event: { seq, at, author: { kind: "operator", id }, cid: null, body: { type: "note", text, ...about } },
    mine: id === me,
    tick: null,
  };
}
