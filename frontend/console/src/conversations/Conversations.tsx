import { useDeferredValue, useState } from "react";
import { useTexts } from "../i18n/texts";
import { ResizeHandle, useWidth } from "../parts/ResizeHandle";
import { useNarrow, useTight } from "../parts/useNarrow";
import { useConsole } from "../shell/line";
import { navigate, useRoute } from "../shell/route";
import { useSignal } from "../shell/signals";
import { remember, remembered } from "../theme/memory";
import { VisitorCard } from "../visitor/VisitorCard";
import { ConversationPane } from "./ConversationPane";
import style from "./Conversations.module.css";
import { List } from "./List";
import { NothingOpen } from "./NothingOpen";

/** List, conversation and visitor side by side; on a narrow screen one of them at a time. */
export function Conversations() {
  const { t } = useTexts();
  const route = useRoute();
  const open = route.page === "conversations" ? route.conversation : null;
  const narrow = useNarrow();
  const tight = useTight();
  const list = useWidth("list", 320, 264, 460);
  const client = useWidth("client", 308, 264, 440);
  const [panelWanted, wantPanel] = useState(remembered("visitorCard") !== "closed");
  const [overlay, setOverlay] = useState(false);
  // What was said is drawn first; the card beside it may follow a moment later.
  const beside = useDeferredValue(open);
  const visitor = useConsole((state) => (beside === null ? null : (state.conversations[beside]?.visitor.id ?? null)));
  const gone = useConsole((state) => open !== null && state.gone.includes(open));
  const panelOpen = open !== null && !gone && (tight ? overlay : panelWanted);
  const toggle = () => {
    if (tight) setOverlay(!overlay);
    else {
      remember("visitorCard", panelWanted ? "closed" : null);
      wantPanel(!panelWanted);
    }
  };
  useSignal("visitorCard", toggle);
  const back = () => navigate({ page: "conversations", conversation: null });
  return (
    <div
      className={style.panes}
      style={{ "--list": `${list.value}px`, "--client": `${client.value}px` } as React.CSSProperties}
    >
      {(!narrow || open === null) && <List open={open} />}
      {!narrow && <ResizeHandle width={list} side="left" label={t("list.resize")} />}
      {open === null ? (
        !narrow && <NothingOpen />
      ) : (
        <ConversationPane key={open} id={open} panelOpen={panelOpen} {...(narrow ? { back } : {})} />
      )}
      {panelOpen && !tight && <ResizeHandle width={client} side="right" label={t("visitor.resize")} />}
      {panelOpen && beside !== null && (
        <VisitorCard key={`visitor ${visitor}`} conversation={beside} overlay={tight} close={toggle} />
      )}
    </div>
  );
}
