import type { Ask } from "@beseda/client";
import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTexts } from "../i18n/texts";
import { Keys } from "../parts/Keys";
import { AskKind, useTakeWord, Waits } from "./AskCard";
import style from "./AskStanding.module.css";
import { type AskAct, useAsked } from "./AsksProvider";
import { CountdownRing } from "./CountdownRing";
import { keyOf } from "./useAsks";

/** The foot of an open conversation that is being put to me: how long I have, and the two answers. */
export function AskStanding({ ask, children }: { ask: Ask; children: ReactNode }) {
  const { t } = useTexts();
  const { take, refuse } = useAsked();
  const takeWord = useTakeWord(ask);
  const [busy, setBusy] = useState(false);
  const { waitingSince } = ask.conversation;
  const act = (does: AskAct) => {
    setBusy(true);
    void does(ask).finally(() => setBusy(false));
  };
  return (
    <div className={style.standing} role="status">
      <CountdownRing key={keyOf(ask)} until={ask.until} small />
      <div className={style.about}>
        <p className={style.title}>{ask.kind === "offer" ? t("standing.offeredMe") : <AskKind ask={ask} />}</p>
        {waitingSince !== null && (
          <p className={style.waits}>
            <Waits since={waitingSince} />
          </p>
        )}
      </div>
      <div className={style.answers}>
        {children}
        <Button size="sm" variant="default" disabled={busy} onClick={() => act(refuse)}>
          {t("ask.refuse")}
        </Button>
        <Button
          size="sm"
          className={style.take ?? ""}
          loading={busy}
          rightSection={<Keys of="enter" />}
          aria-label={takeWord}
          aria-keyshortcuts="Enter"
          onClick={() => act(take)}
        >
          {takeWord}
        </Button>
      </div>
      {ask.note !== "" && (
        <p className={style.note} dir="auto">
          {ask.note}
        </p>
      )}
    </div>
  );
}
