import type { ConsoleState } from "@beseda/client";
import type { Conversation, OperatorState, OperatorView } from "@beseda/protocol";

/** One operator of the board: the conversations I may see by themselves, the others as a number. */
export interface Seat {
  readonly operator: OperatorView;
  readonly conversations: readonly Conversation[];
  readonly unseen: number;
}

/** Everybody by what they say of themselves, the busiest first: those who may need help. */
export type Board = Readonly<Record<OperatorState, readonly Seat[]>>;

export function boardOf(state: Pick<ConsoleState, "operators" | "conversations">): Board {
  const seats = Object.values(state.operators)
    .map((operator) => seatOf(operator, state.conversations))
    .sort(byNeed);
  const of = (wanted: OperatorState) => seats.filter(({ operator }) => operator.state === wanted);
  return { online: of("online"), away: of("away"), off: of("off") };
}

function seatOf(operator: OperatorView, known: ConsoleState["conversations"]): Seat {
  const conversations = operator.with
    .flatMap((id) => known[id] ?? [])
    .filter(({ state, owner }) => state === "active" && owner === operator.id)
    .sort((one, other) => (one.waitingSince ?? Number.MAX_VALUE) - (other.waitingSince ?? Number.MAX_VALUE));
  return { operator, conversations, unseen: operator.with.length - conversations.length };
}

function byNeed(one: Seat, other: Seat): number {
  const share = ({ operator: { load, capacity } }: Seat) => load / Math.max(1, capacity);
  return share(other) - share(one) || one.operator.name.localeCompare(other.operator.name);
}
