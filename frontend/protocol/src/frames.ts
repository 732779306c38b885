// Generated from the server's records (packages delivery, widget, console). Meaning of every frame: docs/protocol.md.
// biome-ignore-all lint/style/noExcessiveLinesPerFile: generated in one piece.

// ---- formatted text (formatting) ----

/** How the items of a list are led in. */
export type TextList = "bullet" | "number";

/** A size other than that of the text around. */
export type TextSize = "small" | "large" | "huge";

/** A face other than that of the text around. */
export type TextFont = "serif" | "mono";

/** A colour of letters. */
export type TextColour = "red" | "orange" | "green" | "blue" | "violet" | "grey";

/** A colour behind letters. */
export type TextHighlight = "yellow" | "green" | "blue" | "pink";

/** What a run looks like beyond plain words. Values are names: each screen has colours and sizes of its own for them. */
export type TextMark =
  | { type: "bold" }
  | { type: "italic" }
  | { type: "underline" }
  | { type: "size"; value: TextSize }
  | { type: "font"; value: TextFont }
  | { type: "colour"; value: TextColour }
  | { type: "highlight"; value: TextHighlight }
  | { type: "link"; href: string };

/** Words of one look; a line feed in them begins a new line of the same block. */
export interface TextRun {
  text: string;
  marks: TextMark[];
}

/** A paragraph, or an item of a list; items in a row are one list, those of a deeper level the list inside the item above. */
export type TextBlock =
  | { type: "paragraph"; runs: TextRun[] }
  | { type: "item"; list: TextList; level: number; runs: TextRun[] };

/** A formatted text, block under block. */
export interface TextDocument {
  blocks: TextBlock[];
}

// ---- files (files) ----

/** What a file is, as far as people care; what is none of these is not taken. */
export type FileKind = "image" | "document" | "archive" | "audio" | "video";

/** A whole file as a message carries it. */
export interface Attachment {
  id: string;
  name: string;
  kind: FileKind;
  type: string;
  size: number;
  width: number | null;
  height: number | null;
}

// ---- both sides (delivery) ----

/** Who made an event. */
export type Author = { kind: "visitor" } | { kind: "operator"; id: string } | { kind: "system" };

/** One row of a conversation's log. */
export interface Event {
  seq: number;
  at: number;
  author: Author;
  cid: string | null;
  body: EventBody;
}

/** What happened. */
export type EventBody =
  | { type: "message"; text: string; document?: TextDocument; editedAt?: number; files?: Attachment[]; reply?: number; mail?: string }
  | { type: "deleted" }
  | { type: "changed"; seq: number; to: EventBody }
  | { type: "note"; text: string; reply?: number; mentions?: string[] }
  | { type: "tagged"; tag: string; on: boolean }
  | { type: "mailed"; to: string; first: number; last: number }
  | { type: "returned"; to: string; reason: string }
  | { type: "opened"; page: Page | null }
  | { type: "joined"; operator: Person }
  | { type: "left"; operator: Person; reason: "gave_back" | "lost" | "taken_over" }
  | { type: "handed_over"; from: Person; to: Person | null; department: string | null }
  | { type: "moved"; page: Page }
  | { type: "left_site" }
  | { type: "came_back"; page: Page | null }
  | { type: "closed"; by: "visitor" | "operator" | "system" };

export interface Page {
  url: string;
  title: string;
  referrer: string;
}

/** An operator's public face; the photo is a path on our own origin. */
export interface Person {
  id: string;
  name: string;
  title: string;
  photo: string | null;
}

/** The newest event of a stream that a client holds. */
export interface Position {
  conversation: string;
  stream: Stream;
  last: number;
}

export type Side = "visitor" | "operator";

export type Stream = "public" | "internal";

/** The newest events of a conversation; `internal` is 0 to visitors. */
export interface Top {
  conversation: string;
  public: number;
  internal: number;
}

export interface Typing {
  t: "typing";
  conversation: string;
  on: boolean;
}

/** The public seq that is on the screen now. */
export interface Seen {
  t: "seen";
  conversation: string;
  seq: number;
}

/** Answered by `events`, 300 at most, without reset. */
export interface Fetch {
  t: "fetch";
  conversation: string;
  stream: Stream;
  after: number;
}

/** Answered by `page`. */
export interface Older {
  t: "older";
  conversation: string;
  stream: Stream;
  before: number;
}

export interface Beat {
  t: "beat";
}

export interface Probe {
  t: "probe";
}

/** Events of one stream, ascending and without holes. */
export interface Events {
  t: "events";
  conversation: string;
  stream: Stream;
  reset: boolean;
  more: boolean;
  top: number;
  events: Event[];
}

export interface OlderPage {
  t: "page";
  conversation: string;
  stream: Stream;
  more: boolean;
  events: Event[];
}

export interface Ack {
  t: "ack";
  cid: string;
  conversation: string;
  stream: Stream;
  seq: number;
  at: number;
  dup: boolean;
}

export interface Refused {
  t: "refused";
  cid: string | null;
  rid: string | null;
  code: string;
  params: Record<string, string>;
  retryMs: number | null;
}

export interface Done {
  t: "done";
  rid: string;
}

export interface Heartbeat {
  t: "beat";
  now: number;
  tops: Top[];
}

export interface SomebodyTyping {
  t: "typing";
  conversation: string;
  side: Side;
  person: string | null;
  on: boolean;
}

/** To operators: what the visitor is writing and has not sent; empty: nothing any more. Never stored. */
export interface Draft {
  t: "draft";
  conversation: string;
  text: string;
}

export interface SeenBy {
  t: "seen";
  conversation: string;
  side: Side;
  seq: number;
}

export interface Synced {
  t: "synced";
}

/** The last frame of a line; `web` writes it itself. */
export interface Bye {
  t: "bye";
  code: number;
  retryMs: number | null;
}

// ---- visitor (widget) ----

/** What stands in a field. */
export interface FieldAnswer {
  field: string;
  value: string;
}

/** The first frame. */
export interface VisitorHello {
  t: "hello";
  protocol: 1;
  role: "loader" | "panel";
  visit: string | null;
  token: string | null;
  epoch: string | null;
  positions: Position[];
  page: Page | null;
  screen: { width: number; height: number } | null;
  language: string;
  timeZone: string;
  tab: string;
  agent: { platform: string; version: string; model: string } | null;
}

/** Words to the operators. */
export interface VisitorSend {
  t: "send";
  conversation: string | null;
  cid: string;
  text: string;
  department: string | null;
  files?: string[];
}

/** What is being written and not sent, where the site lets operators see it; empty: nothing any more. */
export interface VisitorDraft {
  t: "draft";
  conversation: string;
  text: string;
}

export interface VisitorPage {
  t: "page";
  page: Page;
}

/** The answer to whether the conversation may go to somebody else. */
export interface VisitorConsent {
  t: "consent";
  rid: string;
  conversation: string;
  agreed: boolean;
}

/** What becomes of an invitation on the screen. */
export interface InvitationFate {
  t: "invited";
  id: string;
  outcome: "shown" | "accepted" | "refused" | "ignored";
}

/** What the site's script tells of the visitor. */
export interface Values {
  t: "values";
  values: string;
}

/** The site's script introduces the visitor as a client of its own. */
export interface Identify {
  t: "identify";
  client: string | null;
}

/** The site's script tells that the visitor did what the site wants. */
export interface Goal {
  t: "goal";
  name: string;
  value: number | null;
}

/** The site's script wants the visitor invited now. */
export interface AskInvitation {
  t: "askInvitation";
  text: string;
}

/** The visitor rests, or moves again. */
export interface Idle {
  t: "idle";
  seconds: number;
}

/** Where the visitor can be reached when nobody answers. */
export interface LeftAddress {
  t: "address";
  rid: string;
  name: string;
  address: string;
}

/** The visitor looks for his city by the beginning of its name. */
export interface FindCity {
  t: "findCity";
  rid: string;
  prefix: string;
}

/** The visitor says in which city he is. */
export interface OwnCity {
  t: "city";
  rid: string;
  city: string;
  region: string | null;
}

/** Where the device is, told with the visitor's consent; in degrees. Only the city is kept. */
export interface OwnLocation {
  t: "location";
  rid: string;
  latitude: number;
  longitude: number;
}

/** What the visitor thinks of a conversation that is over; replaces what he thought before. */
export interface Rate {
  t: "rate";
  rid: string;
  conversation: string;
  score: number;
  comment: string;
}

/** What the visitor says when he is asked before a conversation begins. */
export interface VisitorAnswers {
  t: "answers";
  rid: string;
  answers: FieldAnswer[];
  agrees: boolean;
}

/** The visitor wants the words of a conversation by e-mail. */
export interface WantTranscript {
  t: "transcript";
  rid: string;
  conversation: string;
  email: string;
  language: string;
}

/** The visitor scrolls up to what was said before. */
export interface WantEarlier {
  t: "earlier";
  rid: string;
  before: string;
}

/** The visitor ends the conversation. */
export interface VisitorEnd {
  t: "end";
  rid: string;
  conversation: string;
}

/** An invitation that opened the window. */
export interface AcceptedInvitation {
  text: string;
  person: Person;
  at: number;
}

/** One thing he is asked. */
export interface AskedField {
  id: string;
  kind: "name" | "email" | "phone" | "text" | "choice";
  label: string;
  required: boolean;
  options: string[];
}

/** A city and its region in the visitor's language. */
export interface FoundCity {
  city: string;
  region: string;
}

/** How the site looks to this visitor. */
export interface SiteLook {
  name: string;
  accent: string;
  corner: "right" | "left";
  locale: string;
  greeting: string;
  online: boolean;
  face: Person | null;
  sound: boolean;
  opens: boolean;
  departments: { id: string; name: string }[];
  form: boolean;
  addressAfter: number;
  show: boolean;
  asks: boolean;
  previews: boolean;
  suggests: boolean;
  requests: boolean;
  files: boolean;
  rating: "off" | "stars" | "thumbs";
  words: { title: string; placeholder: string; nobody: string };
}

/** A conversation's head. */
export interface VisitorConversation {
  id: string;
  state: "waiting" | "active" | "closed";
  openedAt: number;
  closedAt: number | null;
  operator: Person | null;
  operatorSeen: number;
  visitorSeen: number;
  transfer: { to: Person | null; department: string | null } | null;
}

/** The answer to a hello. */
export interface VisitorWelcome {
  t: "welcome";
  protocol: 1;
  epoch: string;
  now: number;
  visit: string;
  token: string | null;
  site: SiteLook;
  unread: number;
  dayStart: number;
  reachable: boolean;
  invitation: AcceptedInvitation | null;
}

export interface VisitorConversationFrame {
  t: "conversation";
  conversation: VisitorConversation;
}

/** What the visitor thought of a conversation that is over. */
export interface VisitorRating {
  t: "rating";
  conversation: string;
  score: number;
  comment: string;
}

/** After the conversations of a page, newest first. */
export interface Earlier {
  t: "earlier";
  more: boolean;
}

/** What the visitor is to be asked before a conversation begins: answered by `answers`. Said again when it changes. */
export interface VisitorQuestions {
  t: "questions";
  fields: AskedField[];
  consent: string | null;
}

/** The answer to an introduction that changed nothing. */
export interface Unidentified {
  t: "unidentified";
  code: string;
}

/** To a loader instead of events: a count, never text. */
export interface Unread {
  t: "unread";
  count: number;
  open: boolean;
}

/** Where a waiting conversation stands. */
export interface QueuePlace {
  t: "queue";
  conversation: string;
  place: number | null;
  waitMs: number | null;
}

/** Shows an invitation. */
export interface Invite {
  t: "invite";
  id: string;
  text: string;
  person: Person;
  locale: string;
}

/** Asks to be told with `idle` when the visitor has not moved for so many seconds, and when he moves again. */
export interface NoticeIdle {
  t: "noticeIdle";
  seconds: number;
}

export interface SiteChanged {
  t: "site";
  site: SiteLook;
}

/** Where we take the visitor to be; to a panel. */
export interface PlaceGuess {
  t: "place";
  city: string | null;
  region: string;
  ask: boolean;
}

/** Cities whose names begin so, the bigger ones first. */
export interface CitiesFound {
  t: "cities";
  prefix: string;
  cities: FoundCity[];
}

export type FromVisitor =
  | VisitorHello
  | VisitorSend
  | VisitorDraft
  | VisitorPage
  | VisitorConsent
  | InvitationFate
  | Values
  | Identify
  | Goal
  | AskInvitation
  | Idle
  | LeftAddress
  | FindCity
  | OwnCity
  | OwnLocation
  | Rate
  | VisitorAnswers
  | WantTranscript
  | WantEarlier
  | VisitorEnd
  | Typing
  | Seen
  | Fetch
  | Older
  | Beat
  | Probe;

export type ToVisitor =
  | VisitorWelcome
  | VisitorConversationFrame
  | VisitorRating
  | Earlier
  | VisitorQuestions
  | Unidentified
  | Unread
  | QueuePlace
  | Invite
  | NoticeIdle
  | SiteChanged
  | PlaceGuess
  | CitiesFound
  | Events
  | OlderPage
  | Ack
  | Refused
  | Done
  | Heartbeat
  | SomebodyTyping
  | Draft
  | SeenBy
  | Synced
  | Bye;

// ---- operator (console) ----

/** Empty parts let everybody through; texts are looked for without regard to letter case. */
export interface VisitorFilter {
  states: VisitorStage[];
  site: string | null;
  page: string;
  city: string;
  operator: string | null;
  source: string;
}

export interface VisitorSort {
  by: VisitorSortBy;
  descending: boolean;
}

/** What the rows of the list of visitors stand in the order of. */
export type VisitorSortBy = "since" | "pageSince" | "state" | "name" | "page" | "city" | "source" | "visits" | "pages";

/** The first frame; who it is from, the ticket has said. */
export interface OperatorHello {
  t: "hello";
  protocol: 1;
  epoch: string | null;
  positions: Position[];
  tab: string;
}

/** Follow both streams of any conversation one may see. */
export interface Open {
  t: "open";
  conversation: string;
}

/** Stop following one that is not mine. */
export interface Leave {
  t: "leave";
  conversation: string;
}

/** Words to the visitor. A `document` is the words formatted: the text is then made of it, and what is sent as text is not looked at. */
export interface OperatorSend {
  t: "send";
  conversation: string;
  version: number;
  cid: string;
  text: string;
  document?: TextDocument;
  files?: string[];
  reply?: number;
}

/** What I said there is this from now on; `text` and `document` as in {@link OperatorSend}. */
export interface Edit {
  t: "edit";
  rid: string;
  conversation: string;
  seq: number;
  text: string;
  document?: TextDocument;
}

/** I take back what I said there. */
export interface Delete {
  t: "delete";
  rid: string;
  conversation: string;
  seq: number;
}

/** Words to operators; `reply` as in {@link OperatorSend}. */
export interface Note {
  t: "note";
  conversation: string;
  cid: string;
  text: string;
  reply?: number;
}

/** The notes of a conversation that mention me have been on my screen, up to that seq of the internal stream. */
export interface MentionSeen {
  t: "mentionSeen";
  conversation: string;
  seq: number;
}

export interface Take {
  t: "take";
  rid: string;
  conversation: string;
  version: number;
}

export interface GiveBack {
  t: "giveBack";
  rid: string;
  conversation: string;
  version: number;
}

export interface Close {
  t: "close";
  rid: string;
  conversation: string;
  version: number;
}

/** I do not take what I am offered. */
export interface Refuse {
  t: "refuse";
  rid: string;
  conversation: string;
  version: number;
}

/** Mine goes to somebody else: to an operator, who has to accept it, or to a department. */
export interface HandOver {
  t: "handover";
  rid: string;
  conversation: string;
  version: number;
  to: string | null;
  department: string | null;
  note: string;
  ask: boolean;
}

export interface Accept {
  t: "accept";
  rid: string;
  conversation: string;
  version: number;
}

/** I do not take what is handed over to me; or I, the owner, keep it after all. */
export interface Decline {
  t: "decline";
  rid: string;
  conversation: string;
  version: number;
}

/** From now on I answer, and not whoever did. */
export interface TakeOver {
  t: "takeover";
  rid: string;
  conversation: string;
  version: number;
}

/** Puts a tag on a conversation, or takes it off. */
export interface PutTag {
  t: "tag";
  rid: string;
  conversation: string;
  tag: string;
  on: boolean;
}

/** Invites a visitor who is on line and has not been asked to talk. */
export interface InviteVisitor {
  t: "invite";
  rid: string;
  visitor: string;
  text: string;
}

export interface SetState {
  t: "state";
  rid: string;
  state: OperatorState;
}

/** Show this window of the list of visitors from now on. */
export interface Watch {
  t: "watch";
  sort: VisitorSort;
  filter: VisitorFilter;
  search: string;
  language: string;
  from: number;
  count: number;
}

/** The list of visitors is no longer looked at. */
export interface Unwatch {
  t: "unwatch";
}

/** A conversation's head. */
export interface Conversation {
  id: string;
  site: string;
  department: string | null;
  state: "waiting" | "offered" | "active" | "closed";
  owner: string | null;
  version: number;
  visitor: VisitorSummary;
  openedAt: number;
  takenAt: number | null;
  closedAt: number | null;
  waitingSince: number | null;
  publicTop: number;
  internalTop: number;
  visitorSeen: number;
  operatorSeen: number;
  preview: { author: Author; text: string; at: number } | null;
  offer: { to: string; until: number } | null;
  transfer: { from: string; to: string | null; department: string | null; until: number; note: string; asked: boolean } | null;
  place: number | null;
  tags?: string[];
}

export type DeviceKind = "desktop" | "phone" | "tablet";

/** A note in which a colleague mentioned me, and I have not looked. */
export interface Mention {
  conversation: string;
  seq: number;
  at: number;
  by: string;
  text: string;
  visitor: string | null;
  label: string;
}

export type OperatorState = "online" | "away" | "off";

/** A colleague. */
export interface OperatorView {
  id: string;
  name: string;
  title: string;
  photo: string | null;
  role: Role;
  state: OperatorState;
  connected: boolean;
  load: number;
  capacity: number;
  lastSeenAt: number | null;
  why: "own" | "missed" | "idle" | "lost";
  since: number | null;
  with: string[];
  status?: { text: string; until: number | null };
  hours?: { timeZone: string; days: { weekday: number; from: number; to: number }[] };
}

/** Another word about a place. */
export interface OtherPlace {
  source: PlaceSource;
  name: string;
}

/** Whose word a place is. */
export type PlaceSource = "zone" | "address" | "phone" | "site" | "device" | "visitor";

export interface PlacedVisitor {
  at: number;
  row: VisitorRow;
}

export type Role = "operator" | "supervisor" | "administrator";

/** A word that conversations are marked with; one retired stays where it is and is put on no more. */
export interface Tag {
  id: string;
  name: string;
  colour: string;
  retired: boolean;
}

/** Where a visitor is, in the language that was asked for. */
export interface VisitorPlace {
  city: string | null;
  region: string | null;
  country: string | null;
  source: PlaceSource;
  doubtful: boolean;
  others: OtherPlace[];
}

/** A visitor who is on line. */
export interface VisitorRow {
  id: string;
  site: string;
  name: string | null;
  label: string;
  state: VisitorStage;
  conversation: string | null;
  operator: string | null;
  waitingSince: number | null;
  page: Page | null;
  place: VisitorPlace | null;
  browser: string | null;
  system: string | null;
  device: DeviceKind;
  language: string;
  offset: number | null;
  source: string;
  campaign: string | null;
  screen: string | null;
  since: number;
  pageSince: number;
  visits: number;
  pages: number;
}

/** What a visitor is doing. */
export type VisitorStage = "waiting" | "talking" | "invited" | "browsing" | "answered" | "declined" | "left";

/** The visitor of a conversation. */
export interface VisitorSummary {
  id: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  label: string;
  city: string | null;
  online: boolean;
  page: Page | null;
}

export interface OperatorWelcome {
  t: "welcome";
  protocol: 1;
  epoch: string;
  now: number;
  me: string;
  company: string;
  operators: OperatorView[];
  sites: { id: string; name: string; accent: string }[];
  departments: { id: string; name: string; sites: string[] }[];
  tags: Tag[];
}

/** All of them, retired ones too, by name; replaces what was known. */
export interface Tags {
  t: "tags";
  tags: Tag[];
}

/** All open conversations one may see, 500 at most; replaces what was known. */
export interface Inbox {
  t: "inbox";
  conversations: Conversation[];
}

/** Changed or new; a closed one leaves the open list. */
export interface ConversationFrame {
  t: "conversation";
  conversation: Conversation;
}

/** It is not the operator's to see any more: everything known of it is forgotten. */
export interface ConversationGone {
  t: "conversation_gone";
  conversation: string;
}

/** All of these, newest first, 50 at most; replaces what was known. */
export interface Mentions {
  t: "mentions";
  mentions: Mention[];
}

/** A request arrived or stands otherwise, or is due soon; its list is read anew by whoever shows one. */
export interface RequestNews {
  t: "request";
  id: string;
  why: string;
  kind: string;
  nature: string;
  site: string;
  state: string;
  owner: string | null;
  name: string;
  at: number | null;
  dueAt: number;
  yours: boolean;
}

export interface OperatorFrame {
  t: "operator";
  operator: OperatorView;
}

/** The whole window that is watched; replaces what was known. */
export interface VisitorsWindow {
  t: "visitors";
  total: number;
  from: number;
  rows: VisitorRow[];
}

/** What changed in the window: first take out who is gone, then put each row in its place, out of where it was. */
export interface VisitorsChanged {
  t: "visitors_changed";
  total: number;
  gone: string[];
  rows: PlacedVisitor[];
}

/** What the visitor thinks of a conversation that is over and that one looks at. */
export interface OperatorRating {
  t: "rating";
  conversation: string;
  score: number;
  scale: "stars" | "thumbs";
  comment: string;
}

/** Ready answers of mine, or common ones, are others now: they are to be read anew. */
export interface AnswersChanged {
  t: "answers_changed";
}

/** How many visitors are on line on the sites one may see. */
export interface VisitorsOnline {
  t: "visitors_online";
  count: number;
}

export type FromOperator =
  | OperatorHello
  | Open
  | Leave
  | OperatorSend
  | Edit
  | Delete
  | Note
  | MentionSeen
  | Take
  | GiveBack
  | Close
  | Refuse
  | HandOver
  | Accept
  | Decline
  | TakeOver
  | PutTag
  | InviteVisitor
  | SetState
  | Watch
  | Unwatch
  | Typing
  | Seen
  | Fetch
  | Older
  | Beat
  | Probe;

export type ToOperator =
  | OperatorWelcome
  | Tags
  | Inbox
  | ConversationFrame
  | ConversationGone
  | Mentions
  | RequestNews
  | OperatorFrame
  | VisitorsWindow
  | VisitorsChanged
  | OperatorRating
  | AnswersChanged
  | VisitorsOnline
  | Events
  | OlderPage
  | Ack
  | Refused
  | Done
  | Heartbeat
  | SomebodyTyping
  | Draft
  | SeenBy
  | Synced
  | Bye;
