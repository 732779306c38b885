import { Lock, Maximize, Minimize, Moon, Sun, TriangleAlert, WifiOff } from "lucide-react";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { useLateness } from "../conversations/useLateness";
import type { Urgency } from "../conversations/waiting";
import { useTexts } from "../i18n/texts";
import { Message } from "../parts/Message";
import { useNow } from "../shell/clock";
import { useClient, useConsole } from "../shell/line";
import { useSession } from "../shell/session";
import { EVERYBODY, useMemory } from "../visitors/useVisitors";
import style from "./Board.module.css";
import { nowOf } from "./figures";
import { People } from "./People";
import { Today } from "./Today";
import { useFullScreen } from "./useFullScreen";
import { useServing } from "./useServing";

/** What goes on, for a screen on the wall: for whoever may read everything. */
export function Board() {
  const { t } = useTexts();
  const { permissions } = useSession();
  if (permissions.includes("read_all")) return <Wall />;
  return <Message icon={Lock} title={t("failure.forbidden")} text={t("failure.forbiddenHint")} />;
}

function Wall() {
  const { t } = useTexts();
  const [{ site: kept, light }, remember] = useMemory("board", { site: null as string | null, light: false });
  const sites = useConsole((state) => state.sites);
  const site = sites.some(({ id }) => id === kept) ? kept : null;
  const wall = useRef<HTMLElement>(null);
  const { full, toggle, possible } = useFullScreen(wall);
  return (
    <section
      ref={wall}
      className={style.wall}
      data-look={light ? "light" : "dark"}
      data-full={full || undefined}
      aria-label={t("board.title")}
    >
      <header className={style.head}>
        <h2 className={style.title}>{t("board.title")}</h2>
        {sites.length > 1 && (
          <select
            className={style.site}
            aria-label={t("board.site")}
            value={site ?? ""}
            onChange={({ currentTarget }) => remember({ site: currentTarget.value || null, light })}
          >
            <option value="">{t("board.allSites")}</option>
            {sites.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
        <LineSign />
        <Clock />
        <button
          type="button"
          className={style.tool}
          aria-label={t(light ? "action.themeDark" : "action.themeLight")}
          onClick={() => remember({ site, light: !light })}
        >
          {light ? <Moon aria-hidden /> : <Sun aria-hidden />}
        </button>
        {possible && (
          <button
            type="button"
            className={style.tool}
            aria-label={t(full ? "board.leaveFull" : "board.full")}
            onClick={toggle}
          >
            {full ? <Minimize aria-hidden /> : <Maximize aria-hidden />}
          </button>
        )}
      </header>
      <Moment site={site} />
      <Today site={site} />
    </section>
  );
}

/** The queue, conversations and visitors of this moment, and who is there. */
function Moment({ site }: { site: string | null }) {
  const { t, format } = useTexts();
  const lateness = useLateness();
  const conversations = useConsole((state) => state.conversations);
  const operators = useConsole((state) => state.operators);
  const synced = useConsole((state) => state.me !== null);
  const visitors = useVisitorsOf(site);
  const serving = useServing(site);
  const second = useNow();
  const now = useMemo(
    () => nowOf({ conversations, operators }, site, lateness, second, serving),
    [conversations, operators, site, lateness, second, serving],
  );
  const nobody = now.waiting > 0 && now.online === 0;
  return (
    <>
      <div className={style.moment}>
        <Big
          label={t("board.waiting")}
          value={synced ? format.number(now.waiting) : null}
          urgency={nobody ? "late" : now.waiting === 0 ? "calm" : now.urgency === "calm" ? "soon" : now.urgency}
          under={now.longest === null ? t("board.noWait") : t("board.longest", { time: format.clock(now.longest) })}
        />
        <Big
          label={t("board.talking")}
          value={synced ? format.number(now.talking) : null}
          urgency={now.unanswered > 0 ? "soon" : "calm"}
          under={now.unanswered > 0 ? t("board.unanswered", { count: now.unanswered }) : t("board.allAnswered")}
        />
        <Big
          label={t("board.visitors")}
          value={synced && visitors !== null ? format.number(visitors) : null}
          urgency="calm"
          under={t("board.onSites")}
        />
      </div>
      <People now={now} nobody={synced && now.online === 0} />
    </>
  );
}

interface BigProps {
  label: string;
  value: string | null;
  urgency: Urgency;
  under: ReactNode;
}

function Big({ label, value, urgency, under }: BigProps) {
  const { t } = useTexts();
  return (
    <section className={style.big} data-urgency={urgency} aria-label={label}>
      <p className={style.label}>{label}</p>
      <p className={style.number}>
        {value ?? "—"}
        {urgency !== "calm" && <TriangleAlert className={style.sign} aria-label={t(`board.${urgency}`)} role="img" />}
      </p>
      <p className={style.under}>{under}</p>
    </section>
  );
}

/** Visitors on line on a site, as the live list counts them; on all sites as it is told anyway. */
function useVisitorsOf(site: string | null): number | null {
  const client = useClient();
  const { language } = useTexts();
  useEffect(() => {
    if (site === null) return;
    const sort = { by: "since", descending: true } as const;
    client.watchVisitors({ sort, filter: { ...EVERYBODY, site }, search: "", language, from: 0, count: 1 });
    return () => client.watchVisitors(null);
  }, [client, site, language]);
  const everywhere = useConsole((state) => state.visitorsOnline);
  const watched = useConsole((state) => state.visitors?.total ?? null);
  return site === null ? everywhere : watched;
}

/** That what is shown is as old as the loss of the line, however long a look at the screen takes. */
function LineSign() {
  const { t, format } = useTexts();
  const line = useConsole((state) => state.line);
  useNow();
  const lost = line.kind === "offline" || line.kind === "reconnecting" ? line.since : null;
  return (
    <p className={style.stale} role="status">
      {(lost !== null || line.kind === "stopped") && (
        <>
          <WifiOff aria-hidden />
          {lost === null ? t("board.stopped") : t("board.lost", { time: format.time(lost) })}
        </>
      )}
    </p>
  );
}

function Clock() {
  const { format } = useTexts();
  return <p className={style.clock}>{format.time(useNow(1000))}</p>;
}
