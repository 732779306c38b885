import type {
  AcceptedInvitation,
  CitiesFound,
  Conversation,
  OperatorView,
  OperatorWelcome,
  Person,
  PlaceGuess,
  Side,
  SiteLook,
  Stream,
  VisitorConversation,
} from "@beseda/protocol";
import type { Log } from "./log";
import type { WatchedVisitors } from "./visitors";

/** Something a reducer wants done; the client performs it. */
export type Effect = { type: "fetch"; conversation: string; stream: Stream; after: number };

/** A new state and what is to be done about it. */
export interface Step<S> {
  readonly state: S;
  readonly effects: readonly Effect[];
}

/** Somebody on the other side is typing; shown until `until` (wall clock). */
export interface Typist {
  readonly side: Side;
  readonly person: string | null;
  readonly until: number;
}

/** The place from 1, and how long it may take; null where nobody can tell. */
export interface Place {
  readonly place: number;
  readonly waitMs: number | null;
}

export interface VisitorThread {
  readonly header: VisitorConversation;
  /** Null when it does not wait in the queue. */
  readonly queue: Place | null;
  readonly log: Log;
  readonly typists: readonly Typist[];
}

/** All a visitor's window knows from the server. */
export interface VisitorState {
  readonly epoch: string | null;
  /** The visit's id, kept on the page's side by the loader. */
  readonly visit: string | null;
  readonly token: string | null;
  readonly site: SiteLook | null;
  /** What made the visitor open the window; null when nothing did. */
  /** An address of the visitor is kept: he can be answered when he is gone. */
  readonly reachable: boolean;
  readonly invitation: AcceptedInvitation | null;
  /** Where the server takes the visitor to be; null until it says. */
  readonly place: PlaceGuess | null;
  /** Cities that were looked for last; null until some were. */
  readonly cities: CitiesFound | null;
  /** Server's clock minus ours, milliseconds. */
  readonly clockOffset: number;
  /** Start of the visitor's day, epoch milliseconds. */
  readonly dayStart: number;
  readonly threads: Readonly<Record<string, VisitorThread>>;
  /** Everybody who ever showed a face here, by id. */
  readonly people: Readonly<Record<string, Person>>;
}

export interface ConsoleThread {
  readonly public: Log;
  readonly internal: Log;
}

/** All an operator's console knows from the server. */
export interface ConsoleState {
  readonly epoch: string | null;
  readonly me: string | null;
  readonly company: string;
  readonly clockOffset: number;
  readonly operators: Readonly<Record<string, OperatorView>>;
  readonly sites: OperatorWelcome["sites"];
  readonly departments: OperatorWelcome["departments"];
  /** Open ones of my sites and every one I follow. */
  readonly conversations: Readonly<Record<string, Conversation>>;
  /** Logs of the followed conversations. */
  readonly threads: Readonly<Record<string, ConsoleThread>>;
  /** Ids that `open` was called for and `leave` was not. */
  readonly opened: readonly string[];
  /** Ids of those that were mine to see and are not any more, the last ones. */
  readonly gone: readonly string[];
  readonly typists: Readonly<Record<string, readonly Typist[]>>;
  /** What visitors are writing and have not sent, by conversation, where their sites show it. */
  readonly drafts: Readonly<Record<string, string>>;
  /** The watched window of the list of visitors; null while none is, or has not come yet. */
  readonly visitors: WatchedVisitors | null;
  /** How many visitors are on line on the sites I may see. */
  readonly visitorsOnline: number;
  /** Another number whenever ready answers may be others than they were. */
  readonly answers: number;
}
