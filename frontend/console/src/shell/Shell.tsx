import { VisuallyHidden } from "@mantine/core";
import { lazy, Suspense } from "react";
import { ActionKeys } from "../actions/ActionKeys";
import { KeysHelp } from "../actions/KeysHelp";
import { Palette } from "../actions/Palette";
import { Conversations } from "../conversations/Conversations";
import { useTexts } from "../i18n/texts";
import { SkeletonRows } from "../parts/SkeletonRows";
import { RequestAlerts } from "../requests/RequestAlerts";
import { Asks } from "../routing/Asks";
import { AsksProvider } from "../routing/AsksProvider";
import { Alerts } from "./Alerts";
import { ConnectionState } from "./ConnectionState";
import { HoursReminder } from "./hoursReminder";
import { Rail } from "./Rail";
import { useRoute } from "./route";
import style from "./Shell.module.css";

/** Few look into the settings every day: they are fetched when somebody does. */
const Settings = lazy(() => import("../settings/Settings").then((file) => ({ default: file.Settings })));

const Operators = lazy(() => import("../operators/Operators").then((file) => ({ default: file.Operators })));
const Board = lazy(() => import("../board/Board").then((file) => ({ default: file.Board })));
const Knowledge = lazy(() => import("../knowledge/Knowledge").then((file) => ({ default: file.Knowledge })));
const Requests = lazy(() => import("../requests/Requests").then((file) => ({ default: file.Requests })));
const Archive = lazy(() => import("../archive/Archive").then((file) => ({ default: file.Archive })));
const Reports = lazy(() => import("../reports/Reports").then((file) => ({ default: file.Reports })));
const Visitors = lazy(() => import("../visitors/Visitors").then((file) => ({ default: file.Visitors })));

const titles = {
  conversations: "shell.conversations",
  visitors: "shell.visitors",
  operators: "operators.title",
  board: "board.title",
  requests: "requests.title",
  knowledge: "knowledge.title",
  archive: "archive.title",
  reports: "reports.title",
  settings: "shell.settings",
  invitation: "shell.conversations",
} as const;

/** The frame of every screen: the rail, the state of the line, and the screen itself. */
export function Shell() {
  const { t } = useTexts();
  const route = useRoute();
  return (
    <AsksProvider>
      <div className={style.frame}>
        <Rail />
        <main className={style.screen}>
          <VisuallyHidden component="h1">{t(titles[route.page])}</VisuallyHidden>
          <Suspense fallback={<SkeletonRows />}>
            {route.page === "settings" && <Settings section={route.section} item={route.item} />}
            {route.page === "knowledge" && <Knowledge open={route.article} />}
            {route.page === "requests" && <Requests open={route.request} />}
            {route.page === "archive" && <Archive open={route.conversation} />}
            {route.page === "reports" && <Reports part={route.part} />}
            {route.page === "operators" && <Operators />}
            {route.page === "board" && <Board />}
            {route.page === "visitors" && <Visitors open={route.visitor} />}
            {(route.page === "conversations" || route.page === "invitation") && <Conversations />}
          </Suspense>
          {route.page !== "board" && <ConnectionState />}
        </main>
        <Asks />
        <Alerts />
        <RequestAlerts />
        <HoursReminder />
        <ActionKeys />
        <Palette />
        <KeysHelp />
      </div>
    </AsksProvider>
  );
}
