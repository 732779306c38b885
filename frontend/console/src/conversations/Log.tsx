import { timeline } from "@beseda/client";
import type { Conversation } from "@beseda/protocol";
import { Button, Loader } from "@mantine/core";
import { ArrowDown } from "lucide-react";
import { type ComponentProps, lazy, Suspense, useEffect, useMemo, useState } from "react";
import { useTexts } from "../i18n/texts";
import { useMentionsSeen } from "../mentions/useMentionsSeen";
import { Slowly } from "../parts/Slowly";
import { serverNow } from "../shell/clock";
import { useClient, useConsole } from "../shell/line";
import { useSession } from "../shell/session";
import { useSignal } from "../shell/signals";
import { lastCorrectable } from "./corrections";
import { startOfDay } from "./days";
import { Earlier } from "./Earlier";
import { Goals } from "./Goals";
import style from "./Log.module.css";
import { LogItems } from "./LogItems";
import { placeOf } from "./links";
import { logItems } from "./logItems";
import { MessageActsContext } from "./messageActs";
import { QuotedContext } from "./quoting";
import { Rated } from "./Rated";
import { TypingLine } from "./TypingLine";
import { useLinked, useLinkedPlace } from "./useLinked";
import { useLogScroll } from "./useLogScroll";
import { useSeen } from "./useSeen";

const LogSearch = lazy(() => import("../later").then((file) => ({ default: file.LogSearch })));

/** All that was said: the earlier conversations on top, the newest message at the bottom, where it stays. */
export function Log({ conversation }: { conversation: Conversation }) {
  const { t } = useTexts();
  const client = useClient();
  const me = useSession().operator.id;
  const { id } = conversation;
  const thread = useConsole((state) => state.threads[id]);
  const header = useConsole((state) => state.conversations[id]);
  const outgoing = useConsole((state) => state.outgoing);
  const [unreadAfter] = useState(() =>
    conversation.publicTop > conversation.operatorSeen ? conversation.operatorSeen : null,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the parts of the state that timeline() reads.
  const rows = useMemo(() => timeline(client.getState(), id), [client, id, thread, header, outgoing]);
  const items = useMemo(
    () => logItems(rows, { me, unreadAfter: unreadAfter === 0 ? null : unreadAfter, startOfDay }),
    [rows, me, unreadAfter],
  );
  const { editMinutes } = useSession();
  const [editing, edit] = useState<string | null>(null);
  const [wanted, want] = useLinkedPlace();
  const acts = useMemo(() => ({ editing, edit, placeOf, goTo: (seq: number) => want(`${seq}`) }), [editing, want]);
  useSignal("editLast", () => edit(lastCorrectable(items, me, serverNow(), editMinutes)));
  const log = thread?.public;
  const loaded = log !== undefined && log.last > 0;
  const olderWanted = loaded && log.more && !log.loading;
  const scroll = useLogScroll(items, () => olderWanted && client.older(id));
  const notesWanted = wanted?.startsWith("note-") === true;
  const olderIs = notesWanted ? hasOlder(thread?.internal) : olderWanted;
  useLinked({
    wanted,
    want,
    box: scroll.box,
    loaded,
    older: olderIs ? () => client.older(id, notesWanted ? "internal" : "public") : null,
    show: scroll.show,
    rows: items,
  });
  useSeen(conversation, log?.last ?? 0, scroll.atBottom);
  useMentionsSeen(id, thread?.internal.last ?? 0);
  useEffect(() => {
    if (thread?.internal.more && !thread.internal.loading && !log?.more) client.older(id, "internal");
  }, [client, id, thread, log]);
  return (
    <div className={style.frame}>
      <Searching conversation={conversation} items={items} box={scroll.box} goTo={want} />
      <div
        ref={scroll.box}
        className={style.box}
        role="log"
        aria-label={t("pane.log")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
        tabIndex={0}
        onScroll={scroll.onScroll}
      >
        <div ref={scroll.content} className={style.content}>
          {loaded && !log.more && <Earlier conversation={conversation} />}
          {loaded && log.more && (
            <div className={style.older}>
              <Loader size="xs" type="dots" color="gray" aria-label={t("common.loading")} />
            </div>
          )}
          {loaded ? (
            <MessageActsContext value={acts}>
              <QuotedContext value={log.events}>
                <LogItems items={items} conversation={conversation} />
              </QuotedContext>
              <Rated conversation={conversation} />
              <Goals conversation={conversation} />
            </MessageActsContext>
          ) : (
            <Slowly>
              <div className={style.older}>
                <Loader size="sm" type="dots" color="gray" aria-label={t("common.loading")} />
              </div>
            </Slowly>
          )}
        </div>
      </div>
      {!scroll.atBottom && (
        <Button
          className={style.down ?? ""}
          size="compact-md"
          radius="xl"
          variant="default"
          leftSection={<ArrowDown size={15} aria-hidden />}
          onClick={scroll.toBottom}
        >
          {scroll.unseen > 0 ? t("pane.newBelow", { count: scroll.unseen }) : t("pane.toBottom")}
        </Button>
      )}
      <TypingLine conversation={conversation} />
    </div>
  );
}

function hasOlder(log: { more: boolean; loading: boolean } | undefined): boolean {
  return log?.more === true && !log.loading;
}

/** The field for words to look for, once it was asked for. */
function Searching(props: Omit<ComponentProps<typeof LogSearch>, "close">) {
  const [open, setOpen] = useState(false);
  useSignal("searchLog", () => setOpen(true));
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <LogSearch {...props} close={() => setOpen(false)} />
    </Suspense>
  );
}
