import { currentThread, type VisitorSnapshot } from "@beseda/client";
import type { Chat } from "../chat/chat";
import { ownWords } from "../i18n/ownWords";
import { useTexts } from "../i18n/texts";
import { Face } from "../parts/Face";
import { Icon } from "../parts/Icon";
import style from "./Header.module.css";
import { useHandle } from "./handle";
import { Menu } from "./Menu";
import { Placing } from "./Placing";

interface Properties {
  readonly chat: Chat;
  readonly snapshot: VisitorSnapshot;
}

/** Who is on the other side: the one who serves now, else the one on line, else the site itself. */
export function Header({ chat, snapshot }: Properties) {
  const { t } = useTexts();
  const who = useHandle(chat);
  const site = snapshot.site ?? chat.look;
  const online = site?.online ?? false;
  const person = currentThread(snapshot)?.header.operator ?? (online ? (site?.face ?? null) : null);
  const name = person?.name ?? ownWords(site).title ?? site?.name ?? t("conversation.title");
  return (
    <header class={style.header}>
      <Face person={person} size="medium" online={online} />
      <div ref={who} class={style.who}>
        <h1 dir="auto">{name}</h1>
        {site && (
          <p dir="auto">
            {person?.title && <span class={style.title}>{person.title}</span>}
            <span>{t(online ? "header.online" : "header.offline")}</span>
          </p>
        )}
      </div>
      <Menu chat={chat} snapshot={snapshot} />
      <Placing chat={chat} />
      {chat.embedded && (
        <button class={style.button} type="button" aria-label={t("header.close")} onClick={chat.close}>
          <Icon name="close" />
        </button>
      )}
    </header>
  );
}
