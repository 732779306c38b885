import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { take } from "../actions/conversationActions";
import { run } from "../actions/run";
import { useActionContext } from "../actions/useActionContext";
import { navigate } from "../shell/route";
import { useSignal } from "../shell/signals";
import { neighbour, type Row } from "./rows";

export function rowId(conversation: string): string {
  return `conversation-${conversation}`;
}

/**
 * The row the keyboard is on. It follows the open conversation; `reveal` scrolls it into view before it takes the focus.
 * T takes the one with the cursor without opening it first.
 */
export function useCursor(rows: readonly Row[], open: string | null, reveal: (key: string) => void) {
  const [wanted, setWanted] = useState<string | null>(open);
  const context = useActionContext();
  useEffect(() => {
    if (open !== null) setWanted(open);
  }, [open]);
  const row = rows.find(({ key }) => key === wanted);
  const section = row?.kind === "conversation" ? row.section : null;
  const before = useRef({ wanted, section });
  useEffect(() => {
    // What ended is done with: the next step leads to the first of what is to be done.
    const ended = before.current.wanted === wanted && before.current.section !== "closed" && section === "closed";
    before.current = { wanted, section };
    if (ended) setWanted(null);
  }, [wanted, section]);
  const known = row !== undefined;
  const cursor = known ? wanted : neighbour(rows, null, 1);

  const go = (found: string | null) => {
    if (found === null) return;
    setWanted(found);
    reveal(found);
    requestAnimationFrame(() => document.getElementById(rowId(found))?.focus({ preventScroll: true }));
  };
  const move = (step: 1 | -1) => go(known ? neighbour(rows, wanted, step) : cursor);
  useSignal("next", () => move(1));
  useSignal("previous", () => move(-1));

  const press = (event: KeyboardEvent) => {
    const row = rows.find(({ key }) => key === cursor);
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.code === "KeyT" && !event.shiftKey && row?.kind === "conversation") {
      navigate({ page: "conversations", conversation: row.key });
      void run(take, { ...context, conversation: row.conversation });
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };
  return { cursor, press, focus: () => go(cursor) };
}
