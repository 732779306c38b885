import { useMemo, useState } from "react";
import { useSession } from "../shell/session";
import { type Draft, Drafts } from "./drafts";

export interface DraftKeeper {
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
}

/** The draft of one conversation, kept in the browser at every key stroke. */
export function useDraft(conversation: string): DraftKeeper {
  const operator = useSession().operator.id;
  const drafts = useMemo(() => new Drafts(operator), [operator]);
  const [draft, setDraft] = useState(() => drafts.read(conversation));
  const change = (next: Draft) => {
    setDraft(next);
    drafts.write(conversation, next);
  };
  return { draft, change };
}
