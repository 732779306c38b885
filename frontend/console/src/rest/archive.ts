import { request } from "./request";

/** An answer that came late, by its place in the public log. */
export interface LateAnswer {
  seq: number;
  operator: string;
  waitMs: number;
}

/** A place where the words are: some of what was said, and where in it they stand. */
export interface ArchiveHit {
  seq: number;
  at: number;
  side: "visitor" | "operator" | "note";
  operator: string | null;
  text: string;
  marks: [number, number][];
}

/** What the archive knows of a conversation. */
export interface ArchiveRow {
  id: string;
  site: string;
  department: string | null;
  visitor: { id: string; number: string | null; name: string | null };
  operators: string[];
  owner: string | null;
  openedAt: number;
  closedAt: number | null;
  takenAt: number | null;
  firstAnswerMs: number | null;
  answers: number;
  longestWaitMs: number | null;
  lateAnswers: number;
  /** By how much the worst answer was late. */
  lateByMs: number | null;
  /** It is over and nobody answered. */
  missed: boolean;
  score: number | null;
  tags: string[];
  files: number;
  messages: number;
  city: string;
  country: string;
  language: string;
  page: { url: string; title: string } | null;
  source: string;
  late: LateAnswer[];
  hits: ArchiveHit[];
  /** Where the words are, in the order in which they were said: the seq of a message, or `note-` and that of a note. */
  hitPlaces: string[];
}

/** What an operator wrote to others; `reply`: the message it is about. */
export interface ArchiveNote {
  seq: number;
  at: number;
  operator: string;
  text: string;
  reply: number | null;
}

export interface ArchivedOne {
  /** Null while the archive does not have it yet. */
  conversation: ArchiveRow | null;
  notes: ArchiveNote[];
}

export interface ArchivePage {
  conversations: ArchiveRow[];
  next: string | null;
  total: number;
  /** There are more than `total`. */
  more: boolean;
}

/** Something an operator did, or that happened to them, in a working day. */
export interface DayEntry {
  at: number;
  what:
    | "came"
    | "away"
    | "returned"
    | "left"
    | "took"
    | "answered"
    | "closed"
    | "handed_over"
    | "gave_back"
    | "lost"
    | "taken_over"
    | "offer_missed"
    | "offer_refused";
  cause: string | null;
  conversation: string | null;
  to: string | null;
}

export interface ArchiveDay {
  operators: { operator: string; entries: DayEntry[] }[];
  conversations: ArchiveRow[];
  /** Conversations that nobody took that day. */
  missed: string[];
}

export interface ArchiveChoices {
  /** `label`: as people call it. */
  cities: { name: string; label: string; count: number }[];
  languages: string[];
  sources: { name: string; count: number }[];
}

type Parameters = Readonly<Record<string, string>>;

/** The zone whose days are meant: the reader's. */
export const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

const address = (path: string, parameters: Parameters) => `/api/archive${path}?${new URLSearchParams(parameters)}`;

/** `before` is where the page before this one ended; empty for the first. */
export function readArchive(sought: Parameters, before: string, signal: AbortSignal): Promise<ArchivePage> {
  const place: Parameters = before === "" ? {} : { before };
  return request("GET", address("", { zone: zone(), ...sought, ...place, limit: "30" }), undefined, signal);
}

/** One conversation, whether or not it is among what is sought. */
export function readArchived(id: string, sought: Parameters, signal: AbortSignal): Promise<ArchivedOne> {
  const { words = "", side = "both", notes = "false" } = sought;
  return request("GET", address(`/${encodeURIComponent(id)}`, { words, side, notes }), undefined, signal);
}

export function readArchiveDay(sought: Parameters, signal: AbortSignal): Promise<ArchiveDay> {
  return request("GET", address("/day", { zone: zone(), ...sought }), undefined, signal);
}

export function readArchiveChoices(signal: AbortSignal): Promise<ArchiveChoices> {
  return request("GET", address("/choices", {}), undefined, signal);
}

/** Where what was found is fetched as a file. */
export function archiveExport(sought: Parameters, format: string, rows: string): string {
  return address("/export", { zone: zone(), ...sought, format, rows });
}
