import type { Conversation } from "@beseda/protocol";
import { memo } from "react";
import { useTexts } from "../i18n/texts";
import { serverNow } from "../shell/clock";
import style from "./Log.module.css";
import type { LogItem } from "./logItems";
import { SystemLine } from "./SystemLine";
import { TextBlock } from "./TextBlock";

/** The rows of a log. */
export function LogItems({ items, conversation }: { items: readonly LogItem[]; conversation: Conversation }) {
  const newest = [...items].reverse().find((item) => item.kind === "text" && !item.text.note)?.key;
  return items.map((item) => (
    <Item key={item.key} item={item} conversation={conversation} newest={item.key === newest} />
  ));
}

const Item = memo(
  function Item({ item, conversation, newest }: { item: LogItem; conversation: Conversation; newest: boolean }) {
    const { t, format } = useTexts();
    switch (item.kind) {
      case "day":
        return <div className={style.day}>{format.day(item.at, serverNow())}</div>;
      case "unread":
        return (
          <div className={style.unread} data-unread-line>
            {t("pane.unread")}
          </div>
        );
      case "system":
        return <SystemLine at={item.at} body={item.body} author={item.author} />;
      case "text":
        return <TextBlock item={item} conversation={conversation} newest={newest} />;
    }
  },
  (before, next) =>
    sameItem(before.item, next.item) &&
    before.newest === next.newest &&
    before.conversation.state === next.conversation.state &&
    before.conversation.visitor.name === next.conversation.visitor.name,
);

/** Rows are made anew for every change of the log; what a row shows mostly stays. */
function sameItem(one: LogItem, other: LogItem): boolean {
  if (one.kind !== "text" || other.kind !== "text") return one.kind === other.kind && one.key === other.key;
  return (
    one.first === other.first &&
    one.last === other.last &&
    one.text.tick === other.text.tick &&
    one.text.text === other.text.text &&
    one.text.document === other.text.document &&
    one.text.editedAt === other.text.editedAt &&
    one.text.deleted === other.text.deleted &&
    one.text.seq === other.text.seq &&
    one.text.reply === other.text.reply &&
    one.text.mailed?.at === other.text.mailed?.at &&
    one.text.outgoing === other.text.outgoing
  );
}
