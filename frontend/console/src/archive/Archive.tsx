import { Lock } from "lucide-react";
import { type CSSProperties, useMemo, useRef, useState } from "react";
import { useTexts } from "../i18n/texts";
import { Message } from "../parts/Message";
import { ResizeHandle, useWidth } from "../parts/ResizeHandle";
import { useNarrow, useTight } from "../parts/useNarrow";
import { useNow } from "../shell/clock";
import { navigate, useSearch } from "../shell/route";
import { useSession } from "../shell/session";
import { useSignal } from "../shell/signals";
import style from "./Archive.module.css";
import { Centre } from "./Centre";
import { dayOf } from "./days";
import { FilterPane } from "./FilterPane";
import { type Filters, filtersOf, searchOf } from "./filters";
import { Pane } from "./Pane";
import { useArchive } from "./useArchive";

/** All that was said, by days and by words: for whoever may read everything. */
export function Archive({ open }: { open: string | null }) {
  const { t } = useTexts();
  const { permissions } = useSession();
  if (permissions.includes("read_all")) return <Rooms open={open} />;
  return <Message icon={Lock} title={t("failure.forbidden")} text={t("failure.forbiddenHint")} />;
}

/** Filters, what they find and one conversation of it side by side; on a narrow screen one of them at a time. */
function Rooms({ open }: { open: string | null }) {
  const { t } = useTexts();
  const narrow = useNarrow();
  const tight = useTight();
  const search = useSearch();
  const today = dayOf(useNow(60_000));
  const filters = useMemo(() => filtersOf(search, today), [search, today]);
  const archived = useArchive(filters, today);
  const [filtering, setFiltering] = useState(false);
  const filterWidth = useWidth("archiveFilters", 288, 256, 380);
  const paneWidth = useWidth("archivePane", 480, 360, 760);
  const screen = useRef<HTMLDivElement>(null);
  const change = (next: Filters, replace = false) => {
    navigate({ page: "archive", conversation: open }, replace, "", searchOf(next, today));
  };
  const show = (conversation: string | null, seq?: number) => {
    navigate({ page: "archive", conversation }, false, seq === undefined ? "" : `#m${seq}`, location.search);
  };
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
  useSignal("search", () => {
    setFiltering(true);
    requestAnimationFrame(() => screen.current?.querySelector<HTMLInputElement>("[data-archive-words]")?.focus());
  });
  const filtersShown = !tight || filtering;
  const centreHidden = (narrow && (filtering || open !== null)) || (tight && filtering && open !== null);
  const row = archived.rows.find(({ id }) => id === open);
  return (
    <div
      ref={screen}
      data-archive
      className={style.screen}
      style={{ "--filters": `${filterWidth.value}px`, "--pane": `${paneWidth.value}px` } as CSSProperties}
    >
      {filtersShown && (
        <FilterPane
          filters={filters}
          today={today}
          change={change}
          errors={archived.errors}
          {...(tight ? { close: () => setFiltering(false) } : {})}
        />
      )}
      {filtersShown && !tight && <ResizeHandle width={filterWidth} side="left" label={t("archive.resizeFilters")} />}
      <Centre
        archived={archived}
        filters={filters}
        today={today}
        change={change}
        open={open}
        show={show}
        hidden={centreHidden}
        {...(tight ? { filter: () => setFiltering(!filtering) } : {})}
      />
      {open !== null && !(narrow && filtering) && (
        <>
          {!narrow && <ResizeHandle width={paneWidth} side="right" label={t("archive.resize")} />}
          <Pane key={open} id={open} found={row} filters={filters} narrow={narrow} close={() => show(null)} />
        </>
      )}
    </div>
  );
}
