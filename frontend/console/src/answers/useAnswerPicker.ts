import type { Conversation } from "@beseda/protocol";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { ReadyAnswer, ReadyAnswers } from "../rest/types";
import type { Place } from "./field";
import { fillAnswer } from "./filled";
import { AnswerIndex, type Found } from "./find";
import { slashBefore } from "./slash";
import { useValues } from "./useValues";
import type { Values, Variable } from "./variables";

/** What the picker does with the field it serves. */
export interface Field extends Place {
  readonly send: (answer: ReadyAnswer) => void;
  /** Its files go along. */
  readonly enclose: (answer: ReadyAnswer) => void;
  /** It was to be sent, and these are not known. */
  readonly unknown: (missing: readonly Variable[]) => void;
}

export interface Picker {
  readonly open: boolean;
  readonly query: string;
  readonly found: readonly Found[];
  readonly active: Found | null;
  readonly values: Values;
  readonly loading: boolean;
  readonly failed: boolean;
  readonly point: (found: Found) => void;
  readonly pick: (answer: ReadyAnswer, atOnce: boolean) => void;
  readonly close: () => void;
  /** Puts a slash where the cursor is. */
  readonly begin: () => void;
  /** The cursor moved and stands behind this, or went away. */
  readonly moved: (before: string | null) => void;
  /** True when the key was the list's. */
  readonly press: (event: KeyboardEvent) => boolean;
}

/** The list of ready answers behind a slash at the start of a word. */
export function useAnswerPicker(conversation: Conversation, field: Field): Picker {
  const answers = useQuery(queries.answers);
  const [before, setBefore] = useState<string | null>(null);
  const [closed, setClosed] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const index = useMemo(() => new AnswerIndex(allOf(answers.data)), [answers.data]);
  const count = useCount();
  const slash = before === null ? null : slashBefore(before, before.length);
  const wanted = slash !== null && slash.at !== closed;
  const visitor = useQuery({ ...queries.visitor(conversation.visitor.id), enabled: wanted }).data;
  const values = useValues(conversation);
  const { department } = conversation;
  const language = visitor?.language ?? null;
  const query = wanted ? slash.query : null;
  const found = useMemo(
    () => (query === null ? [] : index.find(query, { language, department })),
    [index, query, language, department],
  );
  // Several words that are in no answer are no search any more.
  const open = wanted && (found.length > 0 || !slash.query.includes(" "));
  const at = Math.min(active, found.length - 1);

  const moved = (now: string | null) => {
    const next = now === null ? null : slashBefore(now, now.length);
    // Closed is the slash that was there, not the next one.
    if (slash === null) setClosed(null);
    if (next?.query !== slash?.query) setActive(0);
    // A slash that is typed further is another search; without one nothing is.
    setBefore(next === null ? null : now);
  };
  const pick = (answer: ReadyAnswer, atOnce: boolean) => {
    if (slash === null) return;
    const filled = fillAnswer(answer, values);
    field.put(slash, filled);
    setBefore(null);
    setActive(0);
    count(answer);
    field.enclose(answer);
    // In a plain text the cursor stands where something is missing.
    if (filled.missing.length > 0 && (atOnce || filled.document !== null)) field.unknown(filled.missing);
    else if (atOnce) field.send(answer);
  };
  const close = () => setClosed(slash?.at ?? null);

  return {
    open,
    query: slash?.query ?? "",
    found,
    active: found[at] ?? null,
    values,
    loading: answers.isPending,
    failed: answers.isError && answers.data === undefined,
    point: (one) => setActive(found.indexOf(one)),
    pick,
    close,
    begin: () => {
      setClosed(null);
      setActive(0);
      setBefore(field.begin());
    },
    moved,
    press: (event) => {
      if (!open || event.isComposing) return false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const chosen = found[at]?.answer;
      if (step !== undefined && found.length > 0) setActive((at + step + found.length) % found.length);
      else if (isPick(event) && chosen !== undefined) pick(chosen, event.ctrlKey || event.metaKey);
      else if (event.key === "Escape") close();
      else return false;
      event.preventDefault();
      return true;
    },
  };
}

function allOf(answers: ReadyAnswers | undefined): ReadyAnswer[] {
  return answers === undefined ? [] : [...answers.own, ...answers.common];
}

function isPick({ key, shiftKey }: KeyboardEvent): boolean {
  return (key === "Enter" || key === "Tab") && !shiftKey;
}

/** Tells the server that an answer was used. A count that got lost is no loss to anybody. */
function useCount(): (answer: ReadyAnswer) => void {
  const cache = useQueryClient();
  return ({ id }) => {
    const more = (all: ReadyAnswer[]) => all.map((each) => (each.id === id ? { ...each, used: each.used + 1 } : each));
    cache.setQueryData<ReadyAnswers>(
      queries.answers.queryKey,
      (known) => known && { common: more(known.common), own: more(known.own) },
    );
    request("POST", `/api/answers/${encodeURIComponent(id)}/use`).catch(() => undefined);
  };
}
