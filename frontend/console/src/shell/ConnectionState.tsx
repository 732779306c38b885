import { CODES, type ConsoleSnapshot } from "@beseda/client";
import { Button } from "@mantine/core";
import { useTimeout } from "@mantine/hooks";
import { CloudOff, LoaderCircle, type LucideIcon, TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import type { PlainKey } from "../i18n/keys";
import { type Texts, useTexts } from "../i18n/texts";
import style from "./ConnectionState.module.css";
import { useNow } from "./clock";
import { useClient, useConsole } from "./line";

type Line = ConsoleSnapshot["line"];

/**
 * A calm word about the line, over the content so that nothing moves. A loss that heals within two seconds isn't
 * mentioned.
 */
export function ConnectionState() {
  const texts = useTexts();
  const client = useClient();
  const line = useConsole((state) => state.line);
  const [shown, show] = useState(false);
  const { start, clear } = useTimeout(() => show(true), 2000);
  const lost = line.kind !== "live";
  useEffect(() => {
    if (lost) start();
    else show(false);
    return clear;
  }, [lost, start, clear]);
  const visible = lost && (shown || line.kind === "stopped" || line.kind === "offline");
  return (
    <div className={style.place} role="status">
      {visible && <Words line={line} texts={texts} retry={() => client.reconnect()} />}
    </div>
  );
}

function Words({ line, texts, retry }: { line: Line; texts: Texts; retry: () => void }) {
  useNow();
  const { t } = texts;
  const Icon: LucideIcon = line.kind === "stopped" ? TriangleAlert : line.kind === "offline" ? CloudOff : LoaderCircle;
  const canRetry = line.kind === "stopped" || (line.kind === "reconnecting" && line.nextTryAt !== null);
  return (
    <div className={style.line} data-kind={line.kind}>
      <Icon size={16} className={Icon === LoaderCircle ? style.turning : undefined} aria-hidden />
      <span>{wordsOf(line, texts)}</span>
      {canRetry && (
        <Button className={style.retry ?? ""} size="compact-sm" variant="subtle" onClick={retry}>
          {t("line.tryNow")}
        </Button>
      )}
    </div>
  );
}

const stops: Readonly<Record<number, PlainKey>> = {
  [CODES.malformed]: "line.stopped.malformed",
  [CODES.tooLarge]: "line.stopped.malformed",
  [CODES.signedOut]: "line.stopped.signedOut",
  [CODES.forbidden]: "line.stopped.forbidden",
  [CODES.replaced]: "line.stopped.replaced",
  [CODES.outdated]: "line.stopped.outdated",
};

function wordsOf(line: Line, { t, format }: Texts): string {
  switch (line.kind) {
    case "connecting":
    case "live":
      return t("line.connecting");
    case "offline":
      return t("line.offline", { time: format.time(line.since) });
    case "reconnecting": {
      const time = format.time(line.since);
      if (line.nextTryAt === null) return t("line.reconnecting", { time });
      const seconds = Math.max(1, Math.ceil((line.nextTryAt - Date.now()) / 1000));
      return t("line.reconnectingIn", { time, count: seconds });
    }
    case "stopped":
      return t(stops[line.code] ?? "line.stopped.other");
  }
}
