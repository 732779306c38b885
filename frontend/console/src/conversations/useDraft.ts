import { useMemo, useRef, useState } from "react";
import { useSession } from "../shell/session";
import { type Draft, Drafts } from "./drafts";

export interface DraftKeeper {
  /** As drawn. */
  readonly draft: Draft;
  /** As it is, which may be ahead of what was drawn: decides to whom a text goes. */
  readonly now: () => Draft;
  readonly change: (change: Partial<Draft>) => void;
}

/**
 * The draft of one conversation, kept in the browser at every key stroke. Changes add up even before they are drawn, so
 * that a letter typed right after turning to a note can't turn it back into an answer.
 */
export function useDraft(conversation: string): DraftKeeper {
  const operator = useSession().operator.id;
  const drafts = useMemo(() => new Drafts(operator), [operator]);
  const [draft, setDraft] = useState(() => drafts.read(conversation));
  const latest = useRef(draft);
  const change = (next: Partial<Draft>) => {
    latest.current = { ...latest.current, ...next };
    setDraft(latest.current);
    drafts.write(conversation, latest.current);
  };
  return { draft, now: () => latest.current, change };
}
