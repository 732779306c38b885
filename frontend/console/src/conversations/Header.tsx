import type { Conversation } from "@beseda/protocol";
import { ActionIcon, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { ActionButton } from "../actions/ActionButton";
import { close, giveBack, handOver, searchLog, visitorCard } from "../actions/conversationActions";
import { useTexts } from "../i18n/texts";
import { Avatar } from "../parts/Avatar";
import { LocalTime } from "../parts/LocalTime";
import { useNarrow } from "../parts/useNarrow";
import { queries } from "../rest/queries";
import { useConsole } from "../shell/line";
import { signal } from "../shell/signals";
import { TagChips, TagDots } from "../tags/TagChips";
import style from "./Header.module.css";
import { visitorName } from "./names";

interface Props {
  conversation: Conversation;
  panelOpen: boolean;
  back?: () => void;
}

/** Who the conversation is with, where and when they are, and what to do with it. */
export function Header({ conversation, panelOpen, back }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const narrow = useNarrow();
  const { visitor } = conversation;
  const name = visitorName(visitor, texts);
  const site = useConsole((state) => state.sites.find((each) => each.id === conversation.site));
  const { data } = useQuery(queries.visitor(visitor.id));
  const place = data?.place;
  return (
    <header className={style.header}>
      {back !== undefined && (
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={t("pane.back")} onClick={back}>
          <ArrowLeft size={20} aria-hidden />
        </ActionIcon>
      )}
      <UnstyledButton className={style.who} aria-expanded={panelOpen} onClick={() => signal("visitorCard")}>
        <Avatar id={visitor.id} name={name} size={36} dot={visitor.online ? "online" : "off"} />
        <span className={style.lines}>
          <span className={style.title}>
            <span className={style.name}>{name}</span>
            {panelOpen || narrow ? <TagDots ids={conversation.tags} /> : <TagChips ids={conversation.tags} />}
          </span>
          <span className={style.facts}>
            <span>{t(visitor.online ? "pane.onSite" : "pane.leftSite")}</span>
            {place != null && <span>{place.city ?? place.region ?? place.country}</span>}
            {data?.timeZone != null && <LocalTime zone={data.timeZone} />}
            {site !== undefined && <span>{site.name}</span>}
          </span>
        </span>
      </UnstyledButton>
      <div className={style.actions}>
        <ActionButton action={handOver} size="xs" variant="default" compact={narrow} />
        <ActionButton action={giveBack} size="xs" variant="default" compact={narrow} />
        <ActionButton action={close} size="xs" variant="default" compact={narrow} />
        <ActionButton action={searchLog} compact />
        <ActionButton action={visitorCard} compact />
      </div>
    </header>
  );
}
