import type { VisitorStage } from "@beseda/protocol";
import { ActionIcon } from "@mantine/core";
import { useDidUpdate } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { visitorName } from "../conversations/names";
import { useTexts } from "../i18n/texts";
import { InviteVisitor } from "../outreach/InviteVisitor";
import { Avatar } from "../parts/Avatar";
import { Failure } from "../parts/Failure";
import { SkeletonRows } from "../parts/SkeletonRows";
import { queries } from "../rest/queries";
import type { Visitor } from "../rest/types";
import { useConsole } from "../shell/line";
import { About } from "../visitor/About";
import card from "../visitor/VisitorCard.module.css";
import { StateCell } from "./cells";
import style from "./Profile.module.css";
import { WriteFirst } from "./WriteFirst";

const invitable: ReadonlySet<VisitorStage> = new Set(["browsing", "answered"]);

/** What is known of a visitor, beside the list it was opened from. Esc closes it. */
export function Profile({ id, close }: { id: string; close: () => void }) {
  const { t } = useTexts();
  const { data, isError, error, refetch } = useQuery({
    ...queries.visitor(id),
    // What failed stands until somebody tries again, instead of coming and going.
    refetchInterval: ({ state }) => (state.status === "error" ? false : 5000),
  });
  const panel = useRef<HTMLElement>(null);
  // The list tells each step of the visitor; what else is known of it has to be asked for.
  const sign = useConsole((state) => {
    const row = state.visitors?.rows.find((each) => each.id === id);
    return row === undefined ? "away" : `${row.pageSince} ${row.pages} ${row.state} ${row.name}`;
  });
  useDidUpdate(() => {
    if (!isError) void refetch();
  }, [sign]);
  useEffect(() => panel.current?.focus(), []);
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={style.panel}
      aria-label={t("visitor.title")}
      onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && close()}
    >
      <div className={card.head}>
        <h2 className={card.title}>{t("visitor.title")}</h2>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={t("common.close")} onClick={close}>
          <X size={18} aria-hidden />
        </ActionIcon>
      </div>
      {data !== undefined && <Known visitor={data} />}
      {data === undefined && isError && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && !isError && <SkeletonRows count={4} />}
    </aside>
  );
}

function Known({ visitor }: { visitor: Visitor }) {
  const texts = useTexts();
  const { t } = texts;
  const row = useConsole((state) => state.visitors?.rows.find((each) => each.id === visitor.id));
  const online = row === undefined ? visitor.online : row.state !== "left";
  const name = visitorName({ name: visitor.name, label: String(visitor.number) }, texts);
  return (
    <div className={card.card}>
      <div className={card.person}>
        <Avatar id={visitor.id} name={name} size={48} dot={online ? "online" : "off"} />
        <div className={card.who}>
          <p className={card.name}>{name}</p>
          {row === undefined ? (
            <p className={card.faint}>{t(online ? "pane.onSite" : "pane.leftSite")}</p>
          ) : (
            <StateCell row={row} />
          )}
        </div>
      </div>
      <div className={card.approach}>
        <WriteFirst visitor={visitor} {...(row ? { row } : {})} />
        {row !== undefined && invitable.has(row.state) && <InviteVisitor visitor={visitor.id} />}
      </div>
      <About visitor={visitor} online={online} page={row?.page} />
    </div>
  );
}
