import { CODES, type LineState, type VisitorSnapshot } from "@beseda/client";
import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../i18n/texts";
import style from "./Strip.module.css";

/** A longer name would push the verb out of the line. */
const longName = 28;
/** A line that comes alive sooner is not worth a word, milliseconds. */
const patience = 1200;

interface Properties {
  readonly snapshot: VisitorSnapshot;
  reconnect(): void;
}

/** The line between messages and composer: the trouble with the connection, else who is typing. Its room is always kept. */
export function Strip({ snapshot, reconnect }: Properties) {
  const late = useLater(snapshot.line.kind);
  const quiet = snapshot.line.kind === "live" || (!late && snapshot.line.kind !== "stopped");
  return (
    <div class={style.strip} role="status">
      {quiet ? <Typing snapshot={snapshot} /> : <Trouble snapshot={snapshot} reconnect={reconnect} />}
    </div>
  );
}

/** Whether the line has been in its state for a while; being off line is told at once. */
function useLater(kind: LineState["kind"]): boolean {
  const [late, setLate] = useState<LineState["kind"] | null>(null);
  const troubled = kind === "connecting" || kind === "reconnecting";
  useEffect(() => {
    if (!troubled) {
      setLate(kind);
      return;
    }
    const timer = setTimeout(() => setLate(kind), patience);
    return () => clearTimeout(timer);
  }, [kind, troubled]);
  return late === kind || kind === "offline";
}

function Trouble({ snapshot, reconnect }: Properties) {
  const { t } = useTexts();
  const { line, durable } = snapshot;
  const action = (label: string) => (
    <button type="button" onClick={reconnect}>
      {label}
    </button>
  );
  switch (line.kind) {
    case "connecting":
      return <p class={style.calm}>{t("line.connecting")}</p>;
    case "reconnecting":
      return (
        <p class={style.trouble}>
          {t("line.lost")} {line.nextTryAt !== null && action(t("line.tryNow"))}
        </p>
      );
    case "offline":
      return <p class={style.trouble}>{t(durable ? "line.offline" : "line.offlineVolatile")}</p>;
    case "stopped": {
      const replaced = line.code === CODES.replaced;
      return (
        <p class={style.trouble}>
          {t(replaced ? "line.replaced" : "line.stopped")}{" "}
          {action(t(replaced ? "line.continueHere" : "line.startAgain"))}
        </p>
      );
    }
    case "live":
      return null;
  }
}

function Typing({ snapshot }: { readonly snapshot: VisitorSnapshot }) {
  const { t } = useTexts();
  const typist = Object.values(snapshot.threads)
    .flatMap(({ typists }) => typists)
    .find(({ side }) => side === "operator");
  if (!typist) return null;
  const name = typist.person === null ? undefined : snapshot.people[typist.person]?.name;
  return (
    <p class={style.typing}>
      <span class={style.dots} aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span class={style.who}>
        {name && name.length <= longName ? t("typing.person", { name }) : t("typing.somebody")}
      </span>
    </p>
  );
}
