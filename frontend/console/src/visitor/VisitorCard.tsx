import { ActionIcon } from "@mantine/core";
import { useDidUpdate } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useEffect } from "react";
import { visitorName } from "../conversations/names";
import { useTexts } from "../i18n/texts";
import { Avatar } from "../parts/Avatar";
import { Failure } from "../parts/Failure";
import { SkeletonRows } from "../parts/SkeletonRows";
import { queries } from "../rest/queries";
import type { Visitor } from "../rest/types";
import { useConsole } from "../shell/line";
import { TagsBlock } from "../tags/TagsBlock";
import { About } from "./About";
import style from "./VisitorCard.module.css";

interface Props {
  conversation: string;
  /** Lies over the conversation instead of standing beside it. */
  overlay: boolean;
  close: () => void;
}

/** Everything known about the visitor of a conversation. */
export function VisitorCard({ conversation, overlay, close }: Props) {
  const { t } = useTexts();
  const open = useConsole((state) => state.conversations[conversation]?.visitor.id);
  const stored = useQuery({ ...queries.conversation(conversation), enabled: false });
  const visitor = open ?? stored.data?.visitor.id;
  // A link to a message leads to what this lies over.
  useEffect(() => {
    if (!overlay) return;
    window.addEventListener("hashchange", close);
    return () => window.removeEventListener("hashchange", close);
  }, [overlay, close]);
  return (
    <aside className={style.panel} data-overlay={overlay || undefined} aria-label={t("visitor.title")}>
      <div className={style.head}>
        <h2 className={style.title}>{t("visitor.title")}</h2>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={t("visitor.hide")} onClick={close}>
          <X size={18} aria-hidden />
        </ActionIcon>
      </div>
      {visitor !== undefined && <Known id={visitor} conversation={conversation} />}
      {visitor === undefined && !stored.isError && <SkeletonRows count={3} />}
    </aside>
  );
}

function Known({ id, conversation }: { id: string; conversation: string }) {
  const { data, isError, error, refetch } = useQuery({ ...queries.visitor(id), refetchInterval: 10_000 });
  const header = useConsole((state) => state.conversations[conversation]);
  const live = header?.visitor;
  // The line tells that a visitor came, moved, went, was renamed, asked or was answered; what changed with it has to be asked for.
  const { online, page, name, email, phone } = live ?? {};
  const signs = JSON.stringify([conversation, header?.state, online, page?.url, name, email, phone]);
  useDidUpdate(() => void refetch(), [signs]);
  if (isError && data === undefined) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <SkeletonRows count={3} />;
  return <Card visitor={data} conversation={conversation} />;
}

function Card({ visitor, conversation }: { visitor: Visitor; conversation: string }) {
  const texts = useTexts();
  const { t } = texts;
  const header = useConsole((state) => state.conversations[conversation]);
  const live = header?.visitor;
  const online = live?.online ?? visitor.online;
  const name = visitorName({ name: visitor.name, label: String(visitor.number) }, texts);
  return (
    <div className={style.card}>
      <div className={style.person}>
        <Avatar id={visitor.id} name={name} size={48} dot={online ? "online" : "off"} />
        <div className={style.who}>
          <p className={style.name}>{name}</p>
          <p className={style.faint}>
            {visitor.name === null
              ? t(online ? "pane.onSite" : "pane.leftSite")
              : t("visitor.numbered", { number: visitor.number.toString() })}
          </p>
        </div>
      </div>
      {header !== undefined && <TagsBlock conversation={header} />}
      <About visitor={visitor} online={online} page={live?.page} conversation={conversation} />
    </div>
  );
}
