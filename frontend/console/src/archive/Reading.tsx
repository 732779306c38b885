import { type ReactNode, useMemo } from "react";
import { placeOf } from "../conversations/links";
import { MessageActsContext } from "../conversations/messageActs";
import { useLateness } from "../conversations/useLateness";
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
  const { after } = useLateness();
  const acts = useMemo(() => {
    const waits = new Map(late.map(({ seq, waitMs }) => [seq, waitMs] as const));
    const lateBy = (seq: number) => {
      const wait = waits.get(seq);
      return wait === undefined ? undefined : Math.max(0, wait - after);
    };
    const reading = { linkTo: (seq: number) => linkIn(id, seq), lateBy };
    return { editing: null, edit: nothing, placeOf, goTo, reading };
  }, [id, late, after, goTo]);
  return <MessageActsContext value={acts}>{children}</MessageActsContext>;
}
