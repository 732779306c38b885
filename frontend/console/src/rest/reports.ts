import { keepPreviousData } from "@tanstack/react-query";
import { request } from "./request";

/** What is counted; what each is comes with the summary. Durations are milliseconds. */
export const figureNames = [
  "visits",
  "invited",
  "invited_asked",
  "invited_refused",
  "asked",
  "conversations",
  "taken",
  "missed",
  "offers_missed",
  "first_answer_mean",
  "first_answer_median",
  "first_answer_within",
  "answer_mean",
  "answer_median",
  "answer_longest",
  "late",
  "length_mean",
  "length_median",
  "messages",
  "hand_overs",
  "ratings",
  "score",
  "worked",
  "load",
  "taken_per_hour",
] as const;
export type FigureName = (typeof figureNames)[number];

/** Null: there is nothing to tell, which is not zero. */
export type Figures = Readonly<Record<FigureName, number | null>>;

/** What figures are called, and what they mean. */
export type Meanings = Readonly<Record<FigureName | "conversion", { name: string; means: string }>>;

export interface Summary {
  figures: Figures;
  before: Figures;
  beforeFrom: string;
  beforeUntil: string;
  meanings: Meanings;
}

export interface ReportRow {
  key: string;
  figures: Figures;
}

export interface ReportRows {
  rows: ReportRow[];
  more: boolean;
}

export interface HeatHour {
  /** Monday is 1. */
  weekday: number;
  hour: number;
  figures: Figures;
}

export interface Reached {
  count: number;
  value: number;
}

export interface Goals {
  goals: { name: string; with: Reached; without: Reached }[];
  with: Reached;
  without: Reached;
  conversionWith: number | null;
  conversionWithout: number | null;
  operators: { operator: string; reached: Reached }[];
}

export type Grouping = "operator" | "day" | "week" | "month" | "site" | "department" | "page" | "city" | "source";

export type ReportQuestion = Readonly<Record<string, string>>;

const ask =
  <T>(path: string, question: ReportQuestion) =>
  ({ signal }: { signal: AbortSignal }) =>
    request<T>("GET", `${path}?${new URLSearchParams(question)}`, undefined, signal);

/** What was there stays, until what was asked for is: nothing jumps. Rows of another kind would mean nothing. */
const ofSame =
  (group: Grouping) =>
  (rows: ReportRows | undefined, asked: { queryKey: readonly unknown[] } | undefined): ReportRows | undefined =>
    asked?.queryKey[2] === group ? rows : undefined;

export const reportQueries = {
  summary: (question: ReportQuestion) => ({
    // What figures mean is told in the language of the page.
    queryKey: ["reports", "summary", question, document.documentElement.lang],
    queryFn: ask<Summary>("/api/reports/summary", question),
    placeholderData: keepPreviousData<Summary>,
  }),
  by: (question: ReportQuestion, group: Grouping) => ({
    queryKey: ["reports", "by", group, question],
    queryFn: ask<ReportRows>("/api/reports/by", { ...question, group }),
    placeholderData: ofSame(group),
  }),
  heat: (question: ReportQuestion) => ({
    queryKey: ["reports", "heat", question],
    queryFn: ask<{ hours: HeatHour[] }>("/api/reports/heat", question),
    placeholderData: keepPreviousData<{ hours: HeatHour[] }>,
  }),
  goals: (question: ReportQuestion) => ({
    queryKey: ["reports", "goals", question],
    queryFn: ask<Goals>("/api/reports/goals", question),
    placeholderData: keepPreviousData<Goals>,
  }),
  zones: { queryKey: ["reports", "zones"], queryFn: ask<{ zones: string[] }>("/api/reports/zones", {}) },
  worktime: (question: ReportQuestion) => ({
    queryKey: ["worktime", question],
    queryFn: ask<Worktime>("/api/worktime", question),
    placeholderData: keepPreviousData<Worktime>,
  }),
};

/** Where a table is fetched as a file. */
export function reportExport(question: ReportQuestion, table: string, format: string): string {
  const path = table === "worktime" ? "/api/worktime/export" : "/api/reports/export";
  const parameters = table === "worktime" ? { ...question, format } : { ...question, table, format };
  return `${path}?${new URLSearchParams(parameters)}`;
}

export interface Span {
  from: number;
  until: number;
}

/** A day of an operator; durations are milliseconds. Stretches and conversations are told of short periods only. */
export interface WorkedDay extends Span {
  day: string;
  online: number;
  awayOwn: number;
  awayMissed: number;
  awayIdle: number;
  inConversation: number;
  held: number;
  first: number | null;
  last: number | null;
  correctedOnline: number;
  correctedAway: number;
  stretches: ({ state: "online" | "away"; cause: string } & Span)[] | null;
  conversations: Span[] | null;
}

export interface Correction {
  id: string;
  operator: string;
  day: string;
  kind: "online" | "away";
  seconds: number;
  reason: string;
  by: string;
  at: number;
  withdraws: string | null;
}

export interface Worktime {
  now: number;
  operators: { operator: string; days: WorkedDay[] }[];
  corrections: Correction[];
}

export interface CorrectionDraft {
  operator?: string;
  day?: string;
  zone?: string;
  kind?: string;
  seconds?: number;
  reason: string;
  withdraws?: string;
}

export const signCorrection = (draft: CorrectionDraft) =>
  request<Correction>("POST", "/api/worktime/corrections", draft);
