import type { ConsoleState, Receiver } from "@beseda/client";
import type { OperatorView } from "@beseda/protocol";

/** Whom a conversation can be handed over to: the free ones on line first, then the departments, then who isn't there. */
export interface Receivers {
  readonly online: readonly OperatorView[];
  readonly departments: ConsoleState["departments"];
  readonly absent: readonly OperatorView[];
}

/** @param site of the conversation; only departments of it can read there */
export function receiversOf(
  state: Pick<ConsoleState, "operators" | "departments" | "me">,
  site: string | undefined,
  query: string,
): Receivers {
  const wanted = query.trim().toLocaleLowerCase();
  const matches = (...words: string[]) => words.some((word) => word.toLocaleLowerCase().includes(wanted));
  const others = Object.values(state.operators).filter(
    ({ id, name, title }) => id !== state.me && matches(name, title),
  );
  const serves = (sites: readonly string[]) => sites.length === 0 || site === undefined || sites.includes(site);
  const there = ({ state: stage, connected }: OperatorView) => stage === "online" && connected;
  const free = ({ load, capacity }: OperatorView) => load / Math.max(1, capacity);
  return {
    online: others.filter(there).sort((one, other) => free(one) - free(other) || one.name.localeCompare(other.name)),
    departments: state.departments.filter(({ name, sites }) => serves(sites) && matches(name)),
    absent: others.filter((each) => !there(each)).sort((one, other) => one.name.localeCompare(other.name)),
  };
}

/** A receiver as a value of a list, and back. */
export function choiceOf(receiver: Receiver): string {
  return "operator" in receiver ? `operator ${receiver.operator}` : `department ${receiver.department}`;
}

export function receiverOf(value: string): Receiver {
  const [kind = "", id = ""] = value.split(" ");
  return kind === "department" ? { department: id } : { operator: id };
}
