import type { Conversation } from "@beseda/protocol";
import { Button, UnstyledButton } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { ChevronRight, History } from "lucide-react";
import { useState } from "react";
import { useTexts } from "../i18n/texts";
import { readConversations } from "../rest/queries";
import { serverNow } from "../shell/clock";
import { useConsole } from "../shell/line";
import style from "./Earlier.module.css";
import { ownerName } from "./names";
import { PastLog } from "./PastLog";

/** What came before: the visitor's earlier conversations, oldest on top, each folded into one line. */
export function Earlier({ conversation }: { conversation: Conversation }) {
  const { t } = useTexts();
  const { id, visitor, openedAt } = conversation;
  const past = useInfiniteQuery({
    queryKey: ["conversations", "closed", "visitor", visitor.id, id],
    queryFn: ({ pageParam, signal }) => readConversations({ state: "closed", visitor: visitor.id }, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.more ? (last.conversations.at(-1)?.id ?? null) : null),
    staleTime: 60_000,
  });
  const found = (past.data?.pages ?? [])
    .flatMap((page) => page.conversations)
    .filter((each) => each.id !== id && each.openedAt < openedAt);
  if (past.isError) {
    return (
      <p className={style.failed}>
        {t("earlier.failed")}
        <Button size="compact-xs" variant="subtle" onClick={() => void past.refetch()}>
          {t("common.retry")}
        </Button>
      </p>
    );
  }
  if (found.length === 0) return null;
  return (
    <section className={style.earlier} aria-label={t("earlier.title")}>
      <h2 className={style.title}>
        <History size={14} aria-hidden />
        {t("earlier.title")}
      </h2>
      {past.hasNextPage && (
        <Button
          size="compact-sm"
          variant="subtle"
          loading={past.isFetchingNextPage}
          onClick={() => void past.fetchNextPage()}
        >
          {t("earlier.more")}
        </Button>
      )}
      {[...found].reverse().map((each) => (
        <Folded key={each.id} conversation={each} />
      ))}
    </section>
  );
}

function Folded({ conversation }: { conversation: Conversation }) {
  const { format } = useTexts();
  const [open, setOpen] = useState(false);
  const owner = useConsole((state) => ownerName(conversation, state.operators));
  return (
    <>
      <UnstyledButton className={style.row} aria-expanded={open} onClick={() => setOpen(!open)}>
        <ChevronRight size={15} className={style.chevron} aria-hidden />
        <span className={style.when}>{format.dayAndTime(conversation.openedAt, serverNow())}</span>
        <span className={style.preview}>{conversation.preview?.text}</span>
        {owner !== null && <span className={style.owner}>{owner}</span>}
      </UnstyledButton>
      {open && <PastLog conversation={conversation} />}
    </>
  );
}
