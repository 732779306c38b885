import { VisuallyHidden } from "@mantine/core";
import { ActionKeys } from "../actions/ActionKeys";
import { KeysHelp } from "../actions/KeysHelp";
import { Palette } from "../actions/Palette";
import { Conversations } from "../conversations/Conversations";
import { useTexts } from "../i18n/texts";
import { Settings } from "../settings/Settings";
import { Alerts } from "./Alerts";
import { ConnectionState } from "./ConnectionState";
import { Rail } from "./Rail";
import { useRoute } from "./route";
import style from "./Shell.module.css";

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
        {route.page === "settings" ? <Settings section={route.section} item={route.item} /> : <Conversations />}
        <ConnectionState />
      </main>
      <Alerts />
      <ActionKeys />
      <Palette />
      <KeysHelp />
    </div>
  );
}
