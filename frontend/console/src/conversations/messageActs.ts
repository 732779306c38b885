import { createContext, useContext } from "react";
import type { TextEntry } from "./logItems";

/** What the messages of one log share: which of them is being changed, and the way to one. */
export interface MessageActs {
  /** Key of the row, or null. */
  readonly editing: string | null;
  readonly edit: (key: string | null) => void;
  /** The place of a message or a note, by which a link finds it. */
  readonly placeOf: (text: TextEntry) => string | undefined;
  /** Brings the message of that place into sight. */
  readonly goTo: (seq: number) => void;
  /** Where what was said is only read, in the archive. */
  readonly reading?: Reading;
}

export interface Reading {
  /** The address of one message. */
  readonly linkTo: (seq: number) => string;
  /** By how many milliseconds an answer was late; undefined when it was not. */
  readonly lateBy: (seq: number) => number | undefined;
}

/** Null where nothing can be done to the messages: in an earlier conversation. */
export const MessageActsContext = createContext<MessageActs | null>(null);

/** Null as well where messages are only read. */
export function useWriting(): MessageActs | null {
  const acts = useMessageActs();
  return acts?.reading === undefined ? acts : null;
}

export function useMessageActs(): MessageActs | null {
  return useContext(MessageActsContext);
}
