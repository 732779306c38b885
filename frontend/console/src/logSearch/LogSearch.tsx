import type { Conversation } from "@beseda/protocol";
import { ActionIcon } from "@mantine/core";
import { ChevronDown, ChevronUp, Search, X } from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { LogItem } from "../conversations/logItems";
import { useTexts } from "../i18n/texts";
import { useSignal } from "../shell/signals";
import { literally, useHighlights } from "./highlights";
import style from "./LogSearch.module.css";
import { type Hits, useHits } from "./useHits";

interface Props {
  conversation: Conversation;
  items: readonly LogItem[];
  box: RefObject<HTMLDivElement | null>;
  /** Brings a message or a note into sight. */
  goTo: (place: string) => void;
  close: () => void;
}

/** Over the log: words to look for in it, how often they are there, and the way from one place to the next. */
export function LogSearch({ conversation, items, box, goTo, close }: Props) {
  const { t } = useTexts();
  const [typed, type] = useState("");
  const [words, look] = useState("");
  const [current, point] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const [before] = useState(() => document.activeElement);
  const hits = useHits(conversation.id, words, items);
  const at = hits.places.indexOf(current ?? "");

  const focus = () => {
    field.current?.focus();
    field.current?.select();
  };
  useEffect(focus, []);
  useSignal("searchLog", focus);
  useEffect(() => {
    const waits = setTimeout(() => look(typed.trim()), 200);
    return () => clearTimeout(waits);
  }, [typed]);
  const newest = hits.places[0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words begin at the newest place, whatever comes later.
  useEffect(() => {
    point(newest ?? null);
    if (newest !== undefined) goTo(newest);
  }, [words, newest === undefined]);
  const find = useMemo(() => (words === "" ? null : literally(words)), [words]);
  useHighlights(box, find, current, items);

  const step = (by: 1 | -1) => {
    const { places } = hits;
    const next = places[(Math.max(0, at) + by + places.length) % places.length];
    if (next === undefined) return;
    point(next);
    goTo(next);
  };
  const leave = () => {
    close();
    (before instanceof HTMLElement && before.isConnected && before !== document.body ? before : box.current)?.focus();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === "Escape") leave();
    else if (event.key === "Enter") step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const one = hits.places.length === 0;
  return (
    <search className={style.bar}>
      <Search size={16} aria-hidden className={style.sign ?? ""} />
      <input
        ref={field}
        className={style.field}
        type="text"
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={pressed}
        placeholder={t("search.placeholder")}
        aria-label={t("search.placeholder")}
        aria-describedby="log-search-state"
        maxLength={100}
      />
      <State hits={hits} at={at} words={words} />
      <Step label={t("search.older")} icon={ChevronUp} off={one} press={() => step(1)} />
      <Step label={t("search.newer")} icon={ChevronDown} off={one} press={() => step(-1)} />
      <Step label={t("search.close")} icon={X} off={false} press={leave} />
    </search>
  );
}

interface StepProps {
  label: string;
  icon: typeof X;
  off: boolean;
  press: () => void;
}

function Step({ label, icon: Icon, off, press }: StepProps) {
  return (
    <ActionIcon variant="subtle" color="gray" size={30} aria-label={label} title={label} disabled={off} onClick={press}>
      <Icon size={17} aria-hidden />
    </ActionIcon>
  );
}

function State({ hits, at, words }: { hits: Hits; at: number; words: string }) {
  const { t } = useTexts();
  const count = hits.places.length;
  const said = () => {
    if (words === "") return "";
    if (count > 0) return t("search.of", { at: at + 1, count });
    return hits.loading ? t("common.loading") : t("search.nothing");
  };
  return (
    <>
      <span id="log-search-state" className={style.state} role="status">
        {said()}
      </span>
      {hits.failed !== null && (
        <button type="button" className={style.failed} onClick={hits.failed}>
          {t("search.failed")}
        </button>
      )}
    </>
  );
}
