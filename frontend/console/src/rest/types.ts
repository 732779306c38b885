import type { Conversation, Event, FileKind, OperatorState, Page, Role, VisitorPlace } from "@beseda/protocol";
import type { Client, FilledLink } from "./clients";
import type { Locale, Me } from "./me";
import type { SiteWords } from "./siteWords";

export type { AnswerDraft, ReadyAnswer, ReadyAnswers } from "./answers";
export type { Locale, Me, Theme } from "./me";

export interface Session {
  operator: Me;
  company: string;
  permissions: string[];
  demo: boolean;
  version: string;
  /** How long I may change or delete what I said; 0: never. */
  editMinutes: number;
  lateAfterMinutes: number;
  lateWarningMinutes: number;
  /** Only the working hours of a department or a site count as waiting. */
  lateInWorkingHours: boolean;
  /** A service translates what is read and written. */
  translates: boolean;
}

/** What a message said before; the oldest first. */
export interface EarlierWords {
  messages: { until: number; by: string; text: string }[];
}

/** One of my own sign-ins: where and when it was last used. */
export interface OwnSession {
  id: string;
  current: boolean;
  createdAt: number;
  seenAt: number;
  address: string;
  browser: string | null;
  system: string | null;
}

export interface SecondFactorStatus {
  on: boolean;
  /** Of those written down for the day the telephone is lost. */
  codesLeft: number;
}

export interface FirstRun {
  code: string;
  administrator: { name: string; email: string; password: string };
  company: string;
  site: { name: string; origin: string; timeZone: string; locale: SiteLocale };
}

export type SiteLocale = "auto" | Locale;
export type TodaySpan = { kind: "day" | "all" } | { kind: "days"; days: number } | { kind: "hours"; hours: number };

/** What an administrator says about a site; the server adds the rest. */
export interface SiteDraft {
  name: string;
  origins: string[];
  timeZone: string;
  locale: SiteLocale;
  accent: string;
  corner: "right" | "left";
  greeting: Record<Locale, string>;
  sound: boolean;
  opens: boolean;
  todaySpan: TodaySpan;
  consentText?: string | null;
  disabled: boolean;
  /** In place of the product's own; empty where those do. */
  words?: Record<Locale, SiteWords>;
}

export interface Site extends SiteDraft {
  id: string;
  key: string;
  snippet: string;
}

export interface Department {
  id: string;
  name: string;
  sites: string[];
  operators: string[];
}

/** How the questions of a site or a department find an operator. */
export interface RoutingDraft {
  mode: "automatic" | "manual" | "both";
  choice: "least_busy" | "longest_idle" | "in_turn";
  offerSeconds: number;
  graceSeconds: number;
  silenceMinutes: number;
  /** The department that helps out, or null. */
  overflow: string | null;
  overflowSeconds: number;
  /** How long somebody may think about a conversation handed to them. */
  answerSeconds: number;
  /** What whoever takes it should have; empty for nothing special. */
  skill: string;
  priority: number;
}

/** `own` is false when nothing was set here and these are the rules of what is around. */
export interface Routing extends RoutingDraft {
  own: boolean;
}

/** Which department a site's questions are for: whether visitors are asked, and whose those of some pages are. */
export interface Reception {
  asks: boolean;
  pages: { pattern: string; department: string }[];
}

export interface OperatorDraft {
  name: string;
  title: string;
  role: Role;
  capacity: number;
  sites: string[];
  departments: string[];
  /** As `uk`; none: may be asked in any. */
  languages: string[];
  skills: string[];
  disabled: boolean;
}

export interface Operator extends OperatorDraft {
  id: string;
  email: string;
  photo: string | null;
  state: OperatorState;
  secondFactor: boolean;
  createdAt: number;
  lastSeenAt: number | null;
}

export interface InvitationDraft {
  email: string;
  role: Role;
  sites: string[];
  departments: string[];
}

export interface Invitation extends InvitationDraft {
  id: string;
  expiresAt: number;
}

/** The link is told once, to the one who made it. */
export interface NewInvitation {
  id: string;
  link: string;
  expiresAt: number;
}

export interface OpenInvitation {
  email: string;
  company: string;
  role: Role;
}

export interface VisitorContacts {
  name: string | null;
  email: string | null;
  phone: string | null;
}

export interface Visitor extends VisitorContacts {
  id: string;
  site: string;
  number: number;
  firstSeenAt: number;
  lastSeenAt: number;
  visits: number;
  language: string | null;
  timeZone: string | null;
  browser: string | null;
  system: string | null;
  screen: { width: number; height: number } | null;
  page: Page | null;
  online: boolean;
  place: VisitorPlace | null;
  client: Client | null;
  /** What they said when they were asked before a conversation. */
  answers: { name: string; value: string }[];
  /** How answers reach them by e-mail once they are gone. */
  mailing: { to: string; minutes: number; stopped: boolean; returned: boolean } | null;
  links: FilledLink[];
  walks: Walk[];
  /** The last ones, newest first. */
  goals: VisitorGoal[];
  comments: VisitorComment[];
  /** An operator said so, not only the site. */
  merged: boolean;
  same: SameVisitor[];
  bans: Ban[];
  conversations: Conversation[];
}

/** Something they did that the site wants. */
export interface VisitorGoal {
  at: number;
  name: string;
  /** In whatever the site counts; null where it told none. */
  value: number | null;
  /** The conversation it followed. */
  conversation: string | null;
}

/** Another visitor who is, or may be, the same person. */
export interface SameVisitor extends VisitorContacts {
  id: string;
  number: number;
}

/** Whether there is a database of cities, and where it is looked for. */
export interface Places {
  cities: boolean;
  path: string | null;
}

/** What a site does about its visitors besides answering them. */
export interface VisitorSettings {
  previews: boolean;
  asksPlace: boolean;
  /** The window offers articles before a question is asked. */
  suggests: boolean;
  /** Visitors may send files. */
  files: boolean;
  fileMegabytes: number;
  fileKinds: FileKind[];
  rating: "off" | "stars" | "thumbs";
  /** The window offers to tell of an answer by a notification of the browser. */
  pushes: boolean;
}

/** What a visitor thought of a conversation; null where they said nothing. */
export interface RatingView {
  rating: { score: number; scale: "stars" | "thumbs"; comment: string; at: number } | null;
}

/** A visitor, or an address, that a site doesn't serve. */
export interface Ban {
  id: string;
  site: string;
  visitor: string;
  name: string | null;
  number: number;
  /** Everybody who comes from it; null: the visitor alone. */
  address: string | null;
  operator: string;
  at: number;
  /** Null for ever. */
  until: number | null;
  reason: string;
}

/** A visit and its newest pages, oldest first. */
export interface Walk {
  startedAt: number;
  lastAt: number;
  pages: number;
  source: string;
  campaign: string | null;
  views: { at: number; url: string; title: string }[];
}

/** An operator's words about a visitor, for all operators. */
export interface VisitorComment {
  id: string;
  operator: string;
  at: number;
  text: string;
}

export interface ConversationPage {
  conversations: Conversation[];
  more: boolean;
}

export interface EventPage {
  events: Event[];
  more: boolean;
}

export interface Settings {
  company: string;
  demo: boolean;
  publicUrl: string;
  sessionIdleMinutes: number;
  sessionAbsoluteMinutes: number;
  invitationHours: number;
  awayAfterMinutes: number;
  editMinutes: number;
  lateAfterMinutes: number;
  lateWarningMinutes: number;
  /** Only the working hours of a department or a site count as waiting. */
  lateInWorkingHours: boolean;
}

/** A country, a region of it, or a city, as people write it. */
export interface PlacePattern {
  country: string;
  region: string | null;
  city: string | null;
}

export type Day = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

/** Minutes of the day, in the site's time zone; through midnight when `to` is not after `from`. */
export interface Schedule {
  days: Day[];
  from: number;
  to: number;
}

export type Condition =
  | { kind: "onPage" | "onSite" | "idle"; seconds: number }
  | { kind: "page"; patterns: string[]; not: boolean }
  | { kind: "place"; places: PlacePattern[]; not: boolean }
  | { kind: "returning"; returning: boolean }
  | { kind: "visits"; least: number; most: number | null }
  | { kind: "source"; sources: string[] }
  | { kind: "language"; languages: string[] }
  | { kind: "device"; devices: ("phone" | "tablet" | "desktop")[] }
  | { kind: "hours"; schedule: Schedule }
  | { kind: "value"; name: string; test: "known" | "is" | "contains" | "least"; text: string };

/** `id` is empty for a rule that is not stored yet. */
export interface InvitationRule {
  id: string;
  name: string;
  enabled: boolean;
  all: boolean;
  conditions: Condition[];
  text: Partial<Record<Locale, string>>;
  operator: string | null;
  perVisit: number;
  perDay: number;
  /** Minutes. */
  afterRefusal: number;
  afterConversation: number;
}

export interface Figures {
  shown: number;
  accepted: number;
  refused: number;
  ignored: number;
}

/** `figures`: of the last 30 days, by the rule's id; `hand` for what operators sent themselves. */
export interface InvitationRules {
  rules: InvitationRule[];
  figures: Record<string, Figures>;
}

/** Where and when the button is shown. */
export interface Showing {
  pages: string[];
  notPages: string[];
  places: PlacePattern[];
  notPlaces: PlacePattern[];
  unknownPlace: boolean;
  schedule: Schedule | null;
  languages: string[];
  nobody: "queue" | "form" | "hide";
  /** Seconds; 0: never. */
  addressAfter: number;
}

export interface Verdict {
  show: boolean;
  rule:
    | "everywhere"
    | "page"
    | "notPage"
    | "place"
    | "notPlace"
    | "unknownPlace"
    | "schedule"
    | "language"
    | "nobody"
    | "form";
  detail: string;
}
