import { Tooltip } from "@mantine/core";
import { Waypoints } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { useConsole } from "./line";
import style from "./Rail.module.css";

/** Says that the line goes the slower way because WebSocket is blocked on this network. */
export function LineMark() {
  const { t } = useTexts();
  const slower = useConsole(({ line }) => line.kind === "live" && line.via === "http");
  if (!slower) return null;
  return (
    <Tooltip label={t("line.httpHint")} position="right" multiline maw={260}>
      <span className={style.mark} role="img" aria-label={t("line.http")}>
        <Waypoints size={18} aria-hidden />
      </span>
    </Tooltip>
  );
}
