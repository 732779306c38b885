import { type ReactNode, useMemo } from "react";
import { placeOf } from "../conversations/links";
import { MessageActsContext } from "../conversations/messageActs";
import type { LateAnswer } from "../rest/archive";
import { pathOf } from "../shell/route";

interface Props {
  id: string;
  late: readonly LateAnswer[];
  goTo: (seq: number) => void;
  children: ReactNode;
}

const nothing = () => undefined;

/** The address of a conversation of the archive, among what was found with it, and of one message of it. */
export function linkIn(id: string, seq: number | null = null): string {
  const hash = seq === null ? "" : `#m${seq}`;
  return `${location.origin}${pathOf({ page: "archive", conversation: id })}${location.search}${hash}`;
}

/** A log in which nothing can be changed: late answers are marked, and links lead into the archive. */
export function ReadingOf({ id, late, goTo, children }: Props) {
  const acts = useMemo(() => {
    const by = new Map(late.map(({ seq, byMs }) => [seq, byMs] as const));
    const reading = { linkTo: (seq: number) => linkIn(id, seq), lateBy: (seq: number) => by.get(seq) };
    return { editing: null, edit: nothing, placeOf, goTo, reading };
  }, [id, late, goTo]);
  return <MessageActsContext value={acts}>{children}</MessageActsContext>;
}
