import { Tooltip, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import {
  Archive,
  BookOpen,
  ChartColumn,
  Footprints,
  Inbox,
  type LucideIcon,
  MessagesSquare,
  Settings,
  UsersRound,
} from "lucide-react";
import {
  goArchive,
  goConversations,
  goKnowledge,
  goOperators,
  goReports,
  goRequests,
  goSettings,
  goVisitors,
} from "../actions/shellActions";
import { useTexts } from "../i18n/texts";
import { Keys } from "../parts/Keys";
import { countsQuery } from "../rest/requests";
import { LineMark } from "./LineMark";
import { useConsole } from "./line";
import { MeMenu } from "./MeMenu";
import style from "./Rail.module.css";
import { navigate, type Route, useRoute } from "./route";
import { SoundMark } from "./SoundMark";
import { StateButton } from "./StateButton";
import { useSession } from "./session";
import { waitingCount } from "./waitingCount";

/** The way between the screens, and me. */
export function Rail() {
  const { t } = useTexts();
  const { page } = useRoute();
  const { permissions } = useSession();
  const waiting = useConsole((state) => waitingCount(state.conversations));
  const online = useConsole((state) => state.visitorsOnline);
  return (
    <nav className={style.rail} aria-label={t("shell.navigation")}>
      <Place
        to={{ page: "conversations", conversation: null }}
        icon={MessagesSquare}
        label={t("shell.conversations")}
        keys={goConversations.keys}
        current={page === "conversations"}
        count={waiting}
        countLabel={t("shell.waiting", { count: waiting })}
      />
      <Place
        to={{ page: "visitors", visitor: null }}
        icon={Footprints}
        label={t("shell.visitors")}
        keys={goVisitors.keys}
        current={page === "visitors"}
        count={online}
        calm
        countLabel={t("shell.online", { count: online })}
      />
      <RequestsPlace current={page === "requests"} />
      <Place
        to={{ page: "operators" }}
        icon={UsersRound}
        label={t("operators.title")}
        keys={goOperators.keys}
        current={page === "operators"}
      />
      {permissions.includes("read_all") && (
        <Place
          to={{ page: "archive", conversation: null }}
          icon={Archive}
          label={t("archive.title")}
          keys={goArchive.keys}
          current={page === "archive"}
        />
      )}
      {permissions.includes("read_all") && (
        <Place
          to={{ page: "reports", part: null }}
          icon={ChartColumn}
          label={t("reports.title")}
          keys={goReports.keys}
          current={page === "reports"}
        />
      )}
      <Place
        to={{ page: "knowledge", article: null }}
        icon={BookOpen}
        label={t("knowledge.title")}
        keys={goKnowledge.keys}
        current={page === "knowledge"}
      />
      <Place
        to={{ page: "settings", section: null, item: null }}
        icon={Settings}
        label={t("shell.settings")}
        keys={goSettings.keys}
        current={page === "settings"}
      />
      <div className={style.space} />
      <LineMark />
      <SoundMark />
      <StateButton />
      <MeMenu />
    </nav>
  );
}

/** Late ones call; where none is, those that nobody has are counted. */
function RequestsPlace({ current }: { current: boolean }) {
  const { t } = useTexts();
  const { overdue = 0, unclaimed = 0 } = useQuery(countsQuery).data ?? {};
  const count = overdue > 0 ? overdue : unclaimed;
  return (
    <Place
      to={{ page: "requests", request: null }}
      icon={Inbox}
      label={t("requests.title")}
      keys={goRequests.keys}
      current={current}
      count={count}
      calm={overdue === 0}
      countLabel={t(overdue > 0 ? "requests.lateCount" : "requests.newCount", { count })}
    />
  );
}

interface PlaceProps {
  to: Route;
  icon: LucideIcon;
  label: string;
  keys: string | undefined;
  current: boolean;
  count?: number;
  /** A number to know, not a call. */
  calm?: boolean;
  countLabel?: string;
}

function Place({ to, icon: Icon, label, keys, current, count = 0, calm = false, countLabel }: PlaceProps) {
  const hint = (
    <>
      {label} <Keys of={keys} />
    </>
  );
  return (
    <Tooltip label={hint} position="right">
      <UnstyledButton
        className={style.place}
        aria-label={count > 0 ? `${label}, ${countLabel}` : label}
        aria-current={current ? "page" : undefined}
        onClick={() => navigate(to)}
      >
        <Icon size={21} strokeWidth={1.75} aria-hidden />
        {count > 0 && (
          <span className={style.count} data-calm={calm || undefined} aria-hidden>
            {short(count, calm)}
          </span>
        )}
      </UnstyledButton>
    </Tooltip>
  );
}

/** What fits in the mark: 99+ who wait, but 57 or 12k who are there. */
function short(count: number, calm: boolean): string {
  if (!calm) return count > 99 ? "99+" : String(count);
  return count < 1000 ? String(count) : `${Math.floor(count / 1000)}k`;
}
