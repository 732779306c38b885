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
  return items.map((item) => <Item key={item.key} item={item} conversation={conversation} />);
}

const Item = memo(
  function Item({ item, conversation }: { item: LogItem; conversation: Conversation }) {
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
        return <SystemLine at={item.at} body={item.body} />;
      case "text":
        return <TextBlock text={item.text} first={item.first} last={item.last} visitor={conversation.visitor} />;
    }
  },
  (before, next) =>
    sameItem(before.item, next.item) && before.conversation.visitor.name === next.conversation.visitor.name,
);

/** Rows are made anew for every change of the log; what a row shows mostly stays. */
function sameItem(one: LogItem, other: LogItem): boolean {
  if (one.kind !== "text" || other.kind !== "text") return one.kind === other.kind && one.key === other.key;
  return (
    one.first === other.first &&
    one.last === other.last &&
    one.text.tick === other.text.tick &&
    one.text.seq === other.text.seq &&
    one.text.outgoing === other.text.outgoing
  );
}
