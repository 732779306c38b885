import type { Ask } from "@beseda/client";
import { Button } from "@mantine/core";
import { FileText } from "lucide-react";
import { useState } from "react";
import { visitorName } from "../conversations/names";
import { type Texts, useTexts } from "../i18n/texts";
import { Keys } from "../parts/Keys";
import { pageTitle } from "../parts/pages";
import { useNow } from "../shell/clock";
import { useConsole } from "../shell/line";
import { follow, pathOf, type Route } from "../shell/route";
import style from "./Asks.module.css";
import { CountdownRing } from "./CountdownRing";

interface Props {
  ask: Ask;
  /** The one that Enter takes. */
  first: boolean;
  take: (ask: Ask) => Promise<void>;
  refuse: (ask: Ask) => Promise<void>;
}

/** One question or conversation put to me: who, where from, what about, how long I have, and the two answers. */
export function AskCard({ ask, first, take, refuse }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const { conversation, until } = ask;
  const [busy, setBusy] = useState(false);
  const { visitor, preview } = conversation;
  const name = visitorName(visitor, texts);
  const takeWord = useTakeWord(ask);
  const route: Route = { page: "conversations", conversation: conversation.id };
  const act = (does: Props["take"]) => {
    setBusy(true);
    void does(ask).finally(() => setBusy(false));
  };
  return (
    <article className={style.card} aria-label={name}>
      <div className={style.top}>
        <CountdownRing key={until} until={until} />
        <div className={style.who}>
          <p className={style.kind}>
            <AskKind ask={ask} />
          </p>
          <a className={style.name} href={pathOf(route)} onClick={(event) => follow(event, route)}>
            {name}
          </a>
          <p className={style.facts}>
            {visitor.city !== null && <span>{visitor.city}</span>}
            {conversation.waitingSince !== null && <Waits since={conversation.waitingSince} />}
          </p>
        </div>
      </div>
      <p className={style.words} dir="auto">
        {preview === null ? t("ask.noWords") : preview.text}
      </p>
      {ask.note !== "" && (
        <p className={style.note} dir="auto">
          {ask.note}
        </p>
      )}
      {visitor.page !== null && (
        <p className={style.page} title={visitor.page.url}>
          <FileText size={14} aria-hidden />
          <span>{pageTitle(visitor.page)}</span>
        </p>
      )}
      <div className={style.answers}>
        <Button
          fullWidth
          loading={busy}
          onClick={() => act(take)}
          rightSection={first && <Keys of="enter" />}
          aria-label={`${takeWord}: ${name}`}
          aria-keyshortcuts={first ? "Enter" : undefined}
        >
          {takeWord}
        </Button>
        <Button variant="default" disabled={busy} onClick={() => act(refuse)}>
          {t("ask.refuse")}
        </Button>
      </div>
    </article>
  );
}

/** The word of the button that says yes. */
export function useTakeWord({ kind }: Ask): string {
  return useTexts().t(kind === "offer" ? "action.take" : "ask.accept");
}

/** A new question, or who hands a conversation over. */
export function AskKind({ ask: { kind, from } }: { ask: Ask }) {
  const { t } = useTexts();
  const name = useConsole((state) => state.operators[from ?? ""]?.name);
  if (kind === "offer") return t("ask.offer");
  return name === undefined ? t("ask.somebodyTransfers") : t("ask.transfer", { name });
}

/** How long the visitor has been waiting, running. */
export function Waits({ since }: { since: number }) {
  const { t, format }: Texts = useTexts();
  return <span aria-live="off">{t("ask.waits", { time: format.clock(useNow() - since) })}</span>;
}
