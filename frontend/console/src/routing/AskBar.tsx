import type { Ask } from "@beseda/client";
import { ActionIcon, Button } from "@mantine/core";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { visitorName } from "../conversations/names";
import { useTexts } from "../i18n/texts";
import style from "./AskBar.module.css";
import { AskCard, AskKind, useTakeWord } from "./AskCard";
import { startled, useAsked } from "./AsksProvider";
import { CountdownRing } from "./CountdownRing";
import { keyOf } from "./useAsks";

/** All that is put to me, in one line that stands above the screen; it opens into the cards and closes again. */
export function AskBar() {
  const { t } = useTexts();
  const { elsewhere, take, refuse } = useAsked();
  const [opened, setOpened] = useState(false);
  const [first] = elsewhere;
  if (first === undefined) return null;
  const toggle = (
    <ActionIcon
      variant="subtle"
      size={40}
      aria-expanded={opened}
      aria-label={t(opened ? "ask.fold" : "ask.unfold")}
      onClick={() => setOpened(!opened)}
    >
      {opened ? <ChevronUp size={20} aria-hidden /> : <ChevronDown size={20} aria-hidden />}
    </ActionIcon>
  );
  if (!opened) return <Line key={keyOf(first)} ask={first} more={elsewhere.length - 1} toggle={toggle} />;
  return (
    <>
      <div className={style.bar}>
        <p className={style.title}>{t("ask.count", { count: elsewhere.length })}</p>
        {toggle}
      </div>
      <div className={style.sheet}>
        {elsewhere.map((ask) => (
          <AskCard key={keyOf(ask)} ask={ask} first={false} take={take} refuse={refuse} />
        ))}
      </div>
    </>
  );
}

function Line({ ask, more, toggle }: { ask: Ask; more: number; toggle: React.ReactNode }) {
  const texts = useTexts();
  const { t } = texts;
  const { take } = useAsked();
  const takeWord = useTakeWord(ask);
  const [busy, setBusy] = useState(false);
  const since = useRef(0);
  useEffect(() => {
    since.current = performance.now();
  }, []);
  const { visitor, preview } = ask.conversation;
  const name = visitorName(visitor, texts);
  const press = () => {
    if (performance.now() - since.current < startled) return;
    setBusy(true);
    void take(ask).finally(() => setBusy(false));
  };
  return (
    <article className={style.bar} aria-label={name}>
      <CountdownRing until={ask.until} small />
      <div className={style.about}>
        <p className={style.title}>
          {name}
          {more > 0 && <span className={style.more}>{t("ask.more", { count: more })}</span>}
        </p>
        <p className={style.words} dir="auto">
          {ask.kind === "transfer" && ask.note !== "" ? ask.note : (preview?.text ?? <AskKind ask={ask} />)}
        </p>
      </div>
      <Button size="sm" loading={busy} onClick={press} aria-label={`${takeWord}: ${name}`}>
        {takeWord}
      </Button>
      {toggle}
    </article>
  );
}
