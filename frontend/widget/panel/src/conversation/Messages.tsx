import {
  currentThread,
  dayView,
  type Outgoing,
  todays,
  type VisitorClient,
  type VisitorSnapshot,
  type VisitorThread,
} from "@beseda/client";
import { useEffect, useMemo } from "preact/hooks";
import type { Chat } from "../chat/chat";
import { useTexts } from "../i18n/texts";
import { Icon } from "../parts/Icon";
import { later } from "../parts/later";
import { useWatched } from "../parts/watched";
import { City } from "../place/City";
import { Offer } from "../reach/Offer";
import { Transcript } from "../reach/Transcript";
import { Empty, Skeleton } from "./Empty";
import { Ended } from "./Ended";
import { MessageGroup } from "./MessageGroup";
import style from "./Messages.module.css";
import { type Notice, type Row, rowsOf } from "./rows";
import { useScrolling } from "./scrolling";

const Consent = later(() => import("./Consent").then((file) => file.Consent));

interface Properties {
  readonly chat: Chat;
  readonly snapshot: VisitorSnapshot;
  edit(refused: Outgoing): void;
}

/** Today's conversations, or those of the site's span, as one list. */
export function Messages({ chat, snapshot, edit }: Properties) {
  const { t } = useTexts();
  const { client } = chat;
  const rows = useMemo(() => rowsOf(dayView(snapshot), snapshot.outgoing), [snapshot]);
  const { list, atEnd, newer, toEnd, scrolled } = useScrolling(rows, client.above);
  useSeen(chat, snapshot, atEnd);
  const asked = currentThread(snapshot)?.header;
  return (
    <>
      <div
        class={style.list}
        ref={list}
        onScroll={scrolled}
        role="log"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard.
        tabIndex={0}
        aria-label={t("conversation.messages")}
      >
        <div class={style.rows}>
          {rows.length === 0 &&
            (snapshot.line.kind === "connecting" ? (
              <Skeleton />
            ) : (
              <Empty snapshot={snapshot} look={chat.look} chat={chat} />
            ))}
          {rows.map((row) => (
            <RowView key={row.key} row={row} client={client} clockOffset={snapshot.clockOffset} edit={edit} />
          ))}
          {rows.length > 0 && <Waiting snapshot={snapshot} chat={chat} />}
          <Ended chat={chat} snapshot={snapshot} />
          {asked?.transfer && <Consent conversation={asked.id} to={asked.transfer.to} client={client} />}
          <City chat={chat} snapshot={snapshot} />
          <Transcript chat={chat} />
        </div>
      </div>
      {(snapshot.loading || todays(snapshot).some(({ log }) => log.loading)) && (
        <p class={style.older}>{t("conversation.older")}</p>
      )}
      {newer && (
        <button class={style.newer} type="button" onClick={toEnd}>
          <Icon name="down" />
          {t("conversation.newer")}
        </button>
      )}
    </>
  );
}

interface RowProperties {
  readonly row: Row;
  readonly client: VisitorClient;
  readonly clockOffset: number;
  edit(refused: Outgoing): void;
}

function RowView({ row, client, clockOffset, edit }: RowProperties) {
  const { format } = useTexts();
  if (row.kind === "group") return <MessageGroup group={row} client={client} edit={edit} />;
  if (row.kind === "notice") return <NoticeLine row={row} />;
  return <h2 class={style.day}>{capitalised(format.day(row.at, Date.now() + clockOffset))}</h2>;
}

function NoticeLine({ row }: { readonly row: Notice }) {
  const { t, format } = useTexts();
  if (row.past) return <p class={`${style.notice} ${style.past}`}>{t("notice.past", { time: format.time(row.at) })}</p>;
  const name = row.person?.name ?? t("conversation.operator");
  const words = {
    opened: () => "",
    joined: () => t(row.again ? "notice.joinedNext" : "notice.joined", { name }),
    left: () => t("notice.left", { name }),
    handed_over: () => (row.next ? t("notice.joinedNext", { name: row.next.name }) : t("notice.handedOverDepartment")),
    closed: () => t(row.by === "visitor" ? "notice.closedByYou" : "notice.closed"),
  };
  return <p class={style.notice}>{words[row.notice]()}</p>;
}

/** Says that a question has come in while nobody has taken it, and where it stands. Its room stays the same meanwhile. */
function Waiting({ snapshot, chat }: { readonly snapshot: VisitorSnapshot; readonly chat: Chat }) {
  const thread = currentThread(snapshot);
  if (!thread || !waitsForAnybody(thread)) return null;
  return (
    <>
      <Place snapshot={snapshot} thread={thread} />
      <Offer key={thread.header.id} chat={chat} snapshot={snapshot} thread={thread} />
    </>
  );
}

function Place({
  snapshot,
  thread: { queue },
}: {
  readonly snapshot: VisitorSnapshot;
  readonly thread: VisitorThread;
}) {
  const { t } = useTexts();
  if (!queue || !snapshot.site?.online) {
    return <p class={style.queue}>{t(snapshot.site?.online ? "conversation.waiting" : nobodyHere(snapshot))}</p>;
  }
  const minutes = queue.waitMs === null ? null : Math.ceil(queue.waitMs / 60_000);
  return (
    <p class={style.queue}>
      <span>{queue.place <= 1 ? t("queue.next") : t("queue.ahead", { count: queue.place - 1 })}</span>
      {minutes !== null && <span>{minutes <= 1 ? t("queue.soon") : t("queue.minutes", { count: minutes })}</span>}
    </p>
  );
}

/** Whoever left an address is told that it will be used. */
function nobodyHere({ reachable }: VisitorSnapshot) {
  return reachable ? "conversation.waitingReachable" : "conversation.waitingNobody";
}

/** Nobody has it, and the last word is the visitor's: after an operator's answer there is nothing to wait for. */
function waitsForAnybody({ header, log }: VisitorThread): boolean {
  const said = log.events.filter(({ body }) => body.type === "message").at(-1);
  return header.state === "waiting" && (said?.author.kind === "visitor" || (said === undefined && log.last > 0));
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** Tells the server what is on the screen: the window is open, its tab is looked at, and the end of the list is there. */
function useSeen({ client, shown }: Chat, snapshot: VisitorSnapshot, atEnd: boolean): void {
  const { open } = useWatched(shown);
  useEffect(() => {
    const look = () => {
      if (!open || !atEnd || document.hidden) return;
      for (const { header, log } of todays(client.getState())) {
        if (log.last > header.visitorSeen) client.seen(header.id, log.last);
      }
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [client, open, atEnd, snapshot]);
}
