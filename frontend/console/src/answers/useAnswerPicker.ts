import type { Conversation } from "@beseda/protocol";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, type RefObject, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { ReadyAnswer, ReadyAnswers } from "../rest/types";
import { AnswerIndex, type Found } from "./find";
import { type Slash, slashBefore } from "./slash";
import { useValues } from "./useValues";
import { type Filled, fill, type Values, type Variable } from "./variables";

/** What the picker does with the field it serves. */
export interface Field {
  readonly element: RefObject<HTMLTextAreaElement | null>;
  /** As it is, which may be ahead of what was drawn. */
  readonly text: () => string;
  readonly write: (text: string) => void;
  readonly send: () => void;
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
  /** The cursor moved, or went away. */
  readonly moved: (caret: number | null) => void;
  /** True when the key was the list's. */
  readonly press: (event: KeyboardEvent) => boolean;
}

/** The list of ready answers behind a slash at the start of a word. */
export function useAnswerPicker(conversation: Conversation, field: Field): Picker {
  const answers = useQuery(queries.answers);
  const [caret, setCaret] = useState<number | null>(null);
  const [closed, setClosed] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const index = useMemo(() => new AnswerIndex(allOf(answers.data)), [answers.data]);
  const count = useCount();
  const slash = caret === null ? null : slashBefore(field.text(), caret);
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

  const moved = (next: number | null) => {
    const before = next === null ? null : slashBefore(field.text(), next);
    // Closed is the slash that was there, not the next one.
    if (slash === null) setClosed(null);
    if (before?.query !== slash?.query) setActive(0);
    setCaret(next);
  };
  const pick = (answer: ReadyAnswer, atOnce: boolean) => {
    if (slash === null) return;
    const filled = fill(answer.text, values);
    putIn(field, slash, filled);
    setCaret(null);
    setActive(0);
    count(answer);
    if (!atOnce) return;
    if (filled.missing.length > 0) field.unknown(filled.missing);
    else field.send();
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
      setCaret(slashInto(field));
    },
    moved,
    press: (event) => {
      if (!open || event.nativeEvent.isComposing) return false;
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

/** In place of the slash and its word; the cursor goes to what is missing, or behind it. */
function putIn({ element, text, write }: Field, { at, query }: Slash, filled: Filled): void {
  const before = text();
  flushSync(() => write(before.slice(0, at) + filled.text + before.slice(at + 1 + query.length)));
  const caret = at + (filled.gap ?? filled.text.length);
  element.current?.focus();
  element.current?.setSelectionRange(caret, caret);
}

function slashInto({ element, text, write }: Field): number {
  const before = text();
  const at = element.current?.selectionEnd ?? before.length;
  const slash = /(^|\s)$/.test(before.slice(0, at)) ? "/" : " /";
  flushSync(() => write(before.slice(0, at) + slash + before.slice(at)));
  const caret = at + slash.length;
  element.current?.focus();
  element.current?.setSelectionRange(caret, caret);
  return caret;
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
