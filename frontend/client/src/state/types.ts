import type {
  AcceptedInvitation,
  CitiesFound,
  Conversation,
  Mention,
  OperatorRating,
  OperatorView,
  OperatorWelcome,
  Person,
  PlaceGuess,
  RequestNews,
  Side,
  SiteLook,
  Stream,
  Tag,
  VisitorConversation,
  VisitorQuestions,
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
  /** What the visitor thought of it, once it is over. */
  readonly rating?: { readonly score: number; readonly comment: string };
}

/** All a visitor's window knows from the server. */
export interface VisitorState {
  readonly epoch: string | null;
  /** The visit's id, kept on the page's side by the loader. */
  readonly visit: string | null;
  readonly token: string | null;
  readonly site: SiteLook | null;
  /** An address of the visitor is kept: he can be answered when he is gone. */
  readonly reachable: boolean;
  /** What made the visitor open the window; null when nothing did. */
  readonly invitation: AcceptedInvitation | null;
  /** What he is asked before a conversation begins; null for nothing. */
  readonly questions: VisitorQuestions | null;
  /** Where the server takes the visitor to be; null until it says. */
  readonly place: PlaceGuess | null;
  /** Cities that were looked for last; null until some were. */
  readonly cities: CitiesFound | null;
  /** Server's clock minus ours, milliseconds. */
  readonly clockOffset: number;
  /** Start of what the window shows, as a rule of the visitor's day; epoch milliseconds. */
  readonly dayStart: number;
  /** The server has conversations before those here that the window may show. */
  readonly earlier: boolean;
  /** They were asked for and have not come. */
  readonly loading: boolean;
  readonly threads: Readonly<Record<string, VisitorThread>>;
  /** Everybody who ever showed a face here, by id. */
  readonly people: Readonly<Record<string, Person>>;
}

export interface ConsoleThread {
  readonly public: Log;
  readonly internal: Log;
  /** What the visitor said of it while it was followed. */
  readonly rating?: Pick<OperatorRating, "score" | "scale" | "comment">;
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
  /** Those that ended while they could be seen here, the last one first; the others are read by HTTP. */
  readonly closed: readonly Conversation[];
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
  /** All tags, retired ones too, by name. */
  readonly tags: readonly Tag[];
  /** Notes in which colleagues mentioned me and I have not looked, newest first. */
  readonly mentions: readonly Mention[];
  /** `changes` is another number whenever requests may be others than they were; `told`: what the line said of them, the last ones. */
  readonly requests: { readonly changes: number; readonly told: readonly RequestNews[] };
  /** Another number whenever ready answers may be others than they were. */
  readonly answers: number;
}
