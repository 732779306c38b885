import { Inbox } from "lucide-react";
import { type CSSProperties, useMemo, useRef, useState } from "react";
import { useTexts } from "../i18n/texts";
import { Message } from "../parts/Message";
import { ResizeHandle, useWidth } from "../parts/ResizeHandle";
import { useNarrow, useTight } from "../parts/useNarrow";
import { navigate, useSearch } from "../shell/route";
import { useSignal } from "../shell/signals";
import { type Filters, filtersOf, searchOf } from "./filters";
import { RequestList } from "./RequestList";
import { RequestPane } from "./RequestPane";
import style from "./Requests.module.css";

/** Call orders and letters: the list, one of them, and who it is from; on a narrow screen one at a time. */
export function Requests({ open }: { open: string | null }) {
  const { t } = useTexts();
  const narrow = useNarrow();
  const tight = useTight();
  const search = useSearch();
  const filters = useMemo(() => filtersOf(search), [search]);
  const width = useWidth("requests", 372, 300, 520);
  const screen = useRef<HTMLDivElement>(null);
  const [beside, setBeside] = useState(false);
  const change = (next: Partial<Filters>) =>
    navigate({ page: "requests", request: open }, true, "", searchOf({ ...filters, ...next }));
  const show = (request: string | null) => navigate({ page: "requests", request }, false, "", search);
  const step = (by: 1 | -1) => {
    const links = [...(screen.current?.querySelectorAll<HTMLAnchorElement>("a[data-row]") ?? [])];
    const at = links.findIndex((link) => link.dataset.row === open);
    const next = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
    if (next?.dataset.row !== undefined) show(next.dataset.row);
  };
  useSignal("next", () => step(1));
  useSignal("previous", () => step(-1));
  useSignal("search", () => screen.current?.querySelector<HTMLInputElement>("input[type=search]")?.focus());
  return (
    <div ref={screen} className={style.screen} style={{ "--list": `${width.value}px` } as CSSProperties}>
      {(!narrow || open === null) && <RequestList filters={filters} open={open} change={change} />}
      {!narrow && <ResizeHandle width={width} side="left" label={t("requests.resize")} />}
      {open !== null && (
        <RequestPane
          key={open}
          id={open}
          overlay={tight}
          beside={beside}
          setBeside={setBeside}
          {...(narrow ? { back: () => show(null) } : {})}
        />
      )}
      {open === null && !narrow && (
        <section className={style.pane} aria-label={t("requests.one")}>
          <Message icon={Inbox} title={t("requests.choose")} />
        </section>
      )}
    </div>
  );
}
