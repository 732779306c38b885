import { typistsOf, unreadOfOperator } from "@beseda/client";
import type { Conversation } from "@beseda/protocol";
import { memo } from "react";
import { useTexts } from "../i18n/texts";
import { Avatar } from "../parts/Avatar";
import { useConsole } from "../shell/line";
import { follow, pathOf, type Route } from "../shell/route";
import { TagDots } from "../tags/TagChips";
import style from "./ConversationRow.module.css";
import { visitorName } from "./names";
import { RowTime } from "./RowTime";
import type { SectionName } from "./rows";
import { isUnread } from "./sections";
import { rowId } from "./useCursor";

interface Props {
  conversation: Conversation;
  section: SectionName;
  selected: boolean;
  /** The one row of the list that the Tab key reaches. */
  cursor: boolean;
}

/** One conversation of the list: a link, so that it also opens in a tab of its own. */
export const ConversationRow = memo(function ConversationRow({ conversation, section, selected, cursor }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const name = visitorName(conversation.visitor, texts);
  const typing = useConsole((state) => typistsOf(state, conversation.id).some(({ side }) => side === "visitor"));
  const owner = useConsole((state) => (conversation.owner === null ? undefined : state.operators[conversation.owner]));
  const me = useConsole((state) => state.me);
  const site = useConsole((state) =>
    state.sites.length > 1 ? state.sites.find((each) => each.id === conversation.site) : undefined,
  );
  const unread = isUnread(conversation);
  const route: Route = { page: "conversations", conversation: conversation.id };
  return (
    <a
      id={rowId(conversation.id)}
      href={pathOf(route)}
      className={style.row}
      tabIndex={cursor ? 0 : -1}
      aria-current={selected ? "true" : undefined}
      data-unread={unread || undefined}
      onClick={(event) => follow(event, route)}
    >
      <Avatar
        id={conversation.visitor.id}
        name={name}
        size={36}
        dot={conversation.state === "closed" ? null : conversation.visitor.online ? "online" : "off"}
      />
      <span className={style.line}>
        <span className={style.name}>{name}</span>
        <TagDots ids={conversation.tags} />
        <RowTime conversation={conversation} />
      </span>
      <span className={style.line}>
        <span className={style.preview}>
          {typing ? (
            <em className={style.typing}>{t("row.typing")}</em>
          ) : (
            <Preview conversation={conversation} me={me} />
          )}
        </span>
        {site !== undefined && section !== "others" && <span className={style.site}>{site.name}</span>}
        {conversation.offer !== null && <OfferedTo id={conversation.offer.to} me={me} />}
        {unread && <Unread conversation={conversation} counted={section === "mine"} />}
        {section === "others" && owner !== undefined && (
          <Avatar id={owner.id} name={owner.name} photo={owner.photo} size={20} />
        )}
      </span>
    </a>
  );
});

/** Whose turn it is to answer while nobody has taken it. */
function OfferedTo({ id, me }: { id: string; me: string | null }) {
  const { t } = useTexts();
  const operator = useConsole((state) => state.operators[id]);
  if (operator === undefined || id === me) return null;
  const { name, photo } = operator;
  return (
    <span
      className={style.offered}
      role="img"
      aria-label={t("row.offered", { name })}
      title={t("row.offered", { name })}
    >
      <Avatar id={id} name={name} photo={photo} size={20} />
    </span>
  );
}

/** How much is unread where it is known exactly: my own conversations are followed. */
function Unread({ conversation: { id }, counted }: { conversation: Conversation; counted: boolean }) {
  const { t } = useTexts();
  const count = useConsole((state) => unreadOfOperator(state, id));
  if (!counted || count === 0) return <span className={style.unread} role="img" aria-label={t("row.unread")} />;
  return (
    <span className={style.unreadCount} role="img" aria-label={t("row.unreadCount", { count })}>
      {count > 99 ? "99+" : count}
    </span>
  );
}

function Preview({ conversation, me }: { conversation: Conversation; me: string | null }) {
  const { t } = useTexts();
  const { preview } = conversation;
  if (preview === null) return t("row.noMessages");
  const own = preview.author.kind === "operator";
  const mine = preview.author.kind === "operator" && preview.author.id === me;
  return (
    <>
      {own && <span className={style.by}>{t(mine ? "row.you" : "row.operator")}</span>}
      {preview.text === "" ? <em>{t("message.deleted")}</em> : preview.text}
    </>
  );
}
