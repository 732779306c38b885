import { todays, type VisitorSnapshot } from "@beseda/client";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Chat } from "../chat/chat";
import { type RequestTexts, withRequestTexts } from "../i18n/requestTexts";
import { KindList } from "./KindList";
import { RequestForm } from "./RequestForm";
import style from "./Requests.module.css";
import { useKinds } from "./useKinds";

interface Properties {
  readonly chat: Chat;
  readonly snapshot: VisitorSnapshot;
  /** The kind that is wanted; empty: whatever there is. */
  readonly wanted: string;
  readonly more: RequestTexts;
}

/** In place of the conversation: a call is ordered or a letter written. What is typed in either stays. */
export const Requests = withRequestTexts(function Requests({ chat, snapshot, wanted, more }: Properties) {
  const [round, setRound] = useState(0);
  const kinds = useKinds(chat, snapshot.token, round);
  const place = useRef<HTMLElement>(null);
  const known = kinds === null || kinds === "lost" ? [] : kinds.kinds;
  const kind = known.find(({ id }) => id === wanted) ?? (wanted === "" && known.length === 1 ? known[0] : undefined);
  useEffect(() => {
    place.current?.focus();
    place.current?.scrollTo(0, 0);
  }, [kind?.id]);
  const back = () => {
    chat.request(null);
    requestAnimationFrame(() => document.querySelector<HTMLElement>("[role=log]")?.focus());
  };
  return (
    <section
      ref={place}
      class={style.place}
      tabIndex={-1}
      aria-labelledby="request"
      aria-busy={kinds === null}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // The window itself stays.
        event.preventDefault();
        back();
      }}
    >
      <div class={style.bar}>
        <button type="button" onClick={back}>
          {more.t(hasNews(snapshot) ? "request.backNews" : "request.back")}
        </button>
        {kind && known.length > 1 && (
          <button type="button" onClick={() => chat.request("")}>
            {more.t("request.others")}
          </button>
        )}
      </div>
      <h2 id="request" dir="auto">
        {kind?.name ?? more.t("request.title")}
      </h2>
      {kinds === "lost" && (
        <p role="alert">
          {more.t("request.lost")}{" "}
          <button type="button" class={style.link} onClick={() => setRound(round + 1)}>
            {more.t("request.again")}
          </button>
        </p>
      )}
      {kinds !== null && kinds !== "lost" && known.length === 0 && <p>{more.t("request.none")}</p>}
      {kind === undefined && known.length > 0 && wanted !== "" && <p>{more.t("request.gone")}</p>}
      {kind === undefined ? (
        <KindList kinds={known} choose={chat.request} />
      ) : (
        kinds !== null &&
        kinds !== "lost" && (
          <RequestForm
            key={kind.id}
            chat={chat}
            kind={kind}
            stamp={kinds.stamp}
            more={more}
            renew={() => setRound(round + 1)}
          />
        )
      )}
    </section>
  );
});

/** An answer came that stands behind this. */
function hasNews(snapshot: VisitorSnapshot): boolean {
  return todays(snapshot).some(({ header, log }) => log.last > header.visitorSeen);
}
