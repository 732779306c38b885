import { VisuallyHidden } from "@mantine/core";
import { lazy, Suspense } from "react";
import { ActionKeys } from "../actions/ActionKeys";
import { KeysHelp } from "../actions/KeysHelp";
import { Palette } from "../actions/Palette";
import { Conversations } from "../conversations/Conversations";
import { useTexts } from "../i18n/texts";
import { SkeletonRows } from "../parts/SkeletonRows";
import { Alerts } from "./Alerts";
import { ConnectionState } from "./ConnectionState";
import { Rail } from "./Rail";
import { useRoute } from "./route";
import style from "./Shell.module.css";

/** Few look into the settings every day: they are fetched when somebody does. */
const Settings = lazy(() => import("../settings/Settings").then((file) => ({ default: file.Settings })));

/** The frame of every screen: the rail, the state of the line, and the screen itself. */
export function Shell() {
  const { t } = useTexts();
  const route = useRoute();
  return (
    <div className={style.frame}>
      <Rail />
      <main className={style.screen}>
        <VisuallyHidden component="h1">
          {t(route.page === "settings" ? "shell.settings" : "shell.conversations")}
        </VisuallyHidden>
        {route.page === "settings" ? (
          <Suspense fallback={<SkeletonRows />}>
            <Settings section={route.section} item={route.item} />
          </Suspense>
        ) : (
          <Conversations />
        )}
        <ConnectionState />
      </main>
      <Alerts />
      <ActionKeys />
      <Palette />
      <KeysHelp />
    </div>
  );
}
