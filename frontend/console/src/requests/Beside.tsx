import { ActionIcon } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { visitorName } from "../conversations/names";
import { useTexts } from "../i18n/texts";
import { Avatar } from "../parts/Avatar";
import { Failure } from "../parts/Failure";
import { SkeletonRows } from "../parts/SkeletonRows";
import { queries } from "../rest/queries";
import { About } from "../visitor/About";
import card from "../visitor/VisitorCard.module.css";
import style from "./Requests.module.css";

/** What is known of the visitor, as beside a conversation. */
export function Beside({ visitor, overlay, close }: { visitor: string; overlay: boolean; close: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const { data, isError, error, refetch } = useQuery({
    ...queries.visitor(visitor),
    refetchInterval: ({ state }) => (state.status === "error" ? false : 10_000),
  });
  const name = data && visitorName({ name: data.name, label: String(data.number) }, texts);
  return (
    <aside className={style.beside} data-overlay={overlay || undefined} aria-label={t("visitor.title")}>
      <div className={card.head}>
        <h2 className={card.title}>{t("visitor.title")}</h2>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={t("visitor.hide")} onClick={close}>
          <X size={18} aria-hidden />
        </ActionIcon>
      </div>
      {data === undefined && isError && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && !isError && <SkeletonRows count={3} />}
      {data !== undefined && name !== undefined && (
        <div className={card.card}>
          <div className={card.person}>
            <Avatar id={data.id} name={name} size={48} dot={data.online ? "online" : "off"} />
            <div className={card.who}>
              <p className={card.name}>{name}</p>
              <p className={card.faint}>{t(data.online ? "pane.onSite" : "pane.leftSite")}</p>
            </div>
          </div>
          <About visitor={data} online={data.online} page={null} />
        </div>
      )}
    </aside>
  );
}
