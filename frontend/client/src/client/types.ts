import type {
  Attachment,
  FieldAnswer,
  OperatorState,
  Page,
  Stream,
  TextDocument,
  VisitorHello,
  Watch,
} from "@beseda/protocol";
import type { LineState } from "../line/types";
import type { Outgoing, Submitted } from "../outbox/types";
import type { ConsoleState, VisitorState } from "../state/types";

/** What a view renders besides the server's state. */
export interface Local {
  readonly line: LineState;
  /** Oldest first. */
  readonly outgoing: readonly Outgoing[];
  /** False when the browser keeps nothing: unsent text lives only as long as this page. */
  readonly durable: boolean;
}

export type VisitorSnapshot = VisitorState & Local;
export type ConsoleSnapshot = ConsoleState & Local;

/** Fits `useSyncExternalStore(client.subscribe, client.getState)`: a new object for every change, the same otherwise. */
export interface Watchable<S> {
  subscribe(listener: () => void): () => void;
  getState(): S;
}

/** A command that the server refused. `code`: see the protocol, or `stopped` when the line ended before an answer. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly params: Readonly<Record<string, string>> = {},
  ) {
    super(code);
  }
}

export interface Common {
  /** Says that the user types; call it at every key stroke. Sent once in 3 s at most; `false` when the field was emptied. */
  typing(conversation: string, on: boolean): void;
  /** What the visitor is writing and has not sent; said only where the site wants it. */
  draft(conversation: string, text: string): void;
  /** The public `seq` that is on the screen now. Sent once a second at most, and only while the page is visible. */
  seen(conversation: string, seq: number): void;
  older(conversation: string, stream?: Stream): void;
  /** Sends a failed item again as it is. */
  retry(cid: string): void;
  /** Takes a failed item out and gives its text, to be put into the editor or thrown away; null when there is none. */
  restore(cid: string): string | null;
  /** "Try now" of the connection's message; also after a stop. */
  reconnect(): void;
  /** Ends the client for good: the line closes, commands in flight are rejected, the outbox stays in storage. */
  stop(): void;
}

export interface VisitorOptions {
  /** The server's origin without a slash at the end. */
  base: string;
  /** The site's public key. */
  site: string;
  /** As the loader gave it, or null. */
  visit: string | null;
  page: Page | null;
  screen: VisitorHello["screen"];
  language: string;
  timeZone: string;
  /** Called once when the server no longer speaks this version (4426). */
  reload(): void;
  /** The server knows this visitor no more (4401): all that is kept of them has to go, and who comes is somebody else. */
  forgotten(): void;
  /** What the page's script said of the visitor was not taken; `another` is said before {@link forgotten}. */
  unidentified(code: string): void;
}

export interface VisitorClient extends Watchable<VisitorSnapshot>, Common {
  /** Words, files, or both. */
  send(text: string, files?: readonly Attachment[]): Submitted;
  /** Whether the conversation may go to somebody else; rejects with {@link Refusal}. */
  consent(conversation: string, agreed: boolean): Promise<void>;
  /** Where he can be reached when nobody answers; rejects with {@link Refusal} `address_invalid`. */
  leaveAddress(name: string, address: string): Promise<void>;
  /** What stands in the fields of `questions`; rejects with {@link Refusal} `answers_invalid`. */
  answer(answers: readonly FieldAnswer[], agrees: boolean): Promise<void>;
  /** Looks for cities whose names begin so; they appear in `cities`. */
  findCity(prefix: string): Promise<void>;
  /** The visitor's own word of where they are; an empty one takes it back. */
  sayCity(city: string, region: string | null): Promise<void>;
  /** Where the device is, in degrees, with the visitor's consent; rejects with {@link Refusal} `place_unknown`. */
  locate(latitude: number, longitude: number): Promise<void>;
  /** Asks for what stands above the first thing shown, where there is something and it was not asked for already. */
  above(): void;
  /** What the visitor thinks of a conversation that is over, from 1 to 5; rejects with {@link Refusal}. */
  rate(conversation: string, score: number, comment: string): Promise<void>;
  /** The conversation is to go to a mailbox; rejects with {@link Refusal} `address_invalid` or `transcripts_too_many`. */
  mail(conversation: string, email: string, language: string): Promise<void>;
  /** Ends the conversation; rejects with {@link Refusal}. */
  end(conversation: string): Promise<void>;
  setPage(page: Page): void;
  /** What the site's script tells of the visitor: a JSON object as text. */
  setValues(values: string): void;
  /** The site's own client, as its script introduces the visitor: a JSON object as text; null: they signed out. */
  identify(client: string | null): void;
  /** What the site wants is done, as its script says. */
  reach(name: string, value: number | null): void;
  /** Whom the next conversation is for; null when nothing was chosen. */
  setDepartment(department: string | null): void;
}

/** Who is asked to go on with a conversation: somebody, or whoever of a department. */
export type Receiver = { readonly operator: string } | { readonly department: string };

/** What to see of the list of visitors. */
export type VisitorsWish = Omit<Watch, "t">;

export interface OperatorOptions {
  base: string;
  /** Operator's id: keeps outboxes of two people on one computer apart. */
  account: string;
  /** A new one-use ticket; throws {@link SignedOut} when the session is over, anything else when it did not work now. */
  ticket(): Promise<string>;
  onSignedOut(): void;
  reload(): void;
}

/** Commands answer when the server did them, reject with {@link Refusal}, and live through a lost line. */
export interface OperatorClient extends Watchable<ConsoleSnapshot>, Common {
  /** Follows a conversation: its logs appear in `threads`. */
  open(conversation: string): void;
  leave(conversation: string): void;
  /** Words, files, or both; `reply`: the `seq` of the public message they answer. */
  send(conversation: string, text: string, files?: readonly Attachment[], reply?: number): Submitted;
  /** Sends a formatted text; one without any format goes as text. */
  sendFormatted(conversation: string, document: TextDocument, files?: readonly Attachment[], reply?: number): Submitted;
  note(conversation: string, text: string, reply?: number): Submitted;
  /** Puts a tag on a conversation, open or over, or takes it off. */
  putTag(conversation: string, tag: string, on: boolean): Promise<void>;
  /** I have looked at the notes of a conversation that mention me, up to that place of the internal log. */
  mentionSeen(conversation: string, seq: number): void;
  /** What I said at that place of the public log is this from now on; formatted where there is a document. */
  edit(conversation: string, seq: number, text: string, document?: TextDocument): Promise<void>;
  /** Takes back what I said at that place of the public log. */
  takeBack(conversation: string, seq: number): Promise<void>;
  take(conversation: string): Promise<void>;
  giveBack(conversation: string): Promise<void>;
  close(conversation: string): Promise<void>;
  /** Lets an offer go on to the next one. */
  refuse(conversation: string): Promise<void>;
  /** Asks a colleague or a department to go on with a conversation of mine. */
  handOver(conversation: string, to: Receiver, note: string, askVisitor: boolean): Promise<void>;
  /** What is being handed over to me becomes mine. */
  accept(conversation: string): Promise<void>;
  /** Says no to what is handed over to me, or keeps what I was handing over. */
  decline(conversation: string): Promise<void>;
  /** Takes a conversation away from its owner; needs the right. */
  takeOver(conversation: string): Promise<void>;
  setState(state: OperatorState): Promise<void>;
  /** Watches a window of the list of visitors, which appears in `visitors`; null watches nothing. */
  watchVisitors(wish: VisitorsWish | null): void;
  /** Shows a visitor who is on line a small card with my face and these words. */
  inviteVisitor(visitor: string, text: string): Promise<void>;
}
