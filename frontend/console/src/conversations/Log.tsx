import { timeline } from "@beseda/client";
import type { Conversation } from "@beseda/protocol";
import { Button, Loader } from "@mantine/core";
import { ArrowDown } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { useTexts } from "../i18n/texts";
import { Slowly } from "../parts/Slowly";
import { useClient, useConsole } from "../shell/line";
import { useSession } from "../shell/session";
import { startOfDay } from "./days";
import { Earlier } from "./Earlier";
import style from "./Log.module.css";
import { LogItems } from "./LogItems";
import { logItems } from "./logItems";
import { TypingLine } from "./TypingLine";
import { useLogScroll } from "./useLogScroll";
import { useSeen } from "./useSeen";

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
  const log = thread?.public;
  const loaded = log !== undefined && log.last > 0;
  const olderWanted = loaded && log.more && !log.loading;
  const scroll = useLogScroll(items, () => olderWanted && client.older(id));
  useSeen(conversation, log?.last ?? 0, scroll.atBottom);
  useEffect(() => {
    if (thread?.internal.more && !thread.internal.loading && !log?.more) client.older(id, "internal");
  }, [client, id, thread, log]);
  return (
    <div className={style.frame}>
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
            <LogItems items={items} conversation={conversation} />
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
