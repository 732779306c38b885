import type { FigureName } from "../rest/reports";
import type { Narrowed } from "./asked";

export type Kind = "count" | "time" | "hours" | "share" | "score" | "ratio";

interface Shape {
  readonly kind: Kind;
  /** Which way is good news; null: neither. */
  readonly better: "more" | "less" | null;
  /** What the archive shows of it; null: it is not about conversations. */
  readonly archive: Narrowed | null;
}

const all: Narrowed = {};
/** Answers and lengths are told of what an operator led. */
const taken: Narrowed = { taken: "true" };

const shape = (kind: Kind, better: Shape["better"], archive: Shape["archive"]): Shape => ({ kind, better, archive });

export const shapes: Readonly<Record<FigureName, Shape>> = {
  visits: shape("count", "more", null),
  invited: shape("count", null, null),
  invited_asked: shape("count", "more", null),
  invited_refused: shape("count", "less", null),
  asked: shape("count", "more", all),
  conversations: shape("count", "more", all),
  taken: shape("count", "more", taken),
  missed: shape("count", "less", { missed: "true" }),
  offers_missed: shape("count", "less", null),
  first_answer_mean: shape("time", "less", taken),
  first_answer_median: shape("time", "less", taken),
  first_answer_within: shape("share", "more", taken),
  answer_mean: shape("time", "less", taken),
  answer_median: shape("time", "less", taken),
  answer_longest: shape("time", "less", taken),
  late: shape("count", "less", { late: "true" }),
  length_mean: shape("time", null, taken),
  length_median: shape("time", null, taken),
  messages: shape("count", null, all),
  hand_overs: shape("count", null, { handed_over: "true" }),
  ratings: shape("count", "more", { scores: "1,2,3,4,5" }),
  score: shape("score", "more", { scores: "1,2,3,4,5" }),
  worked: shape("hours", null, null),
  load: shape("ratio", null, null),
  taken_per_hour: shape("ratio", "more", null),
};

/** Figures as they stand together: the first of a card is what it is about, the others stand below it. */
export const sections = [
  {
    name: "asked",
    cards: [
      ["conversations", "asked"],
      ["taken"],
      ["missed"],
      ["visits"],
      ["invited", "invited_asked", "invited_refused"],
    ],
  },
  {
    name: "speed",
    cards: [
      ["first_answer_mean", "first_answer_median"],
      ["first_answer_within"],
      ["answer_mean", "answer_median", "answer_longest"],
      ["late"],
    ],
  },
  {
    name: "quality",
    cards: [["score", "ratings"], ["length_mean", "length_median"], ["messages"], ["hand_overs"]],
  },
  { name: "work", cards: [["worked"], ["taken_per_hour"], ["load"], ["offers_missed"]] },
] as const satisfies readonly { name: string; cards: readonly (readonly FigureName[])[] }[];

/** How a number moved against the period before. */
export interface Change {
  readonly by: number;
  /** Parts of a whole for numbers that grow by a share; the difference itself for shares and scores. */
  readonly unit: "percent" | "points" | "score";
  readonly verdict: "better" | "worse" | "more" | "less" | "same";
}

/** Null where there is nothing to compare: no number now or before, or none to take a share of. */
export function changeOf(name: FigureName, now: number | null, before: number | null): Change | null {
  if (now === null || before === null) return null;
  const { kind, better } = shapes[name];
  if (kind !== "share" && kind !== "score" && before === 0) return now === 0 ? same : null;
  const [by, unit, least] =
    kind === "share"
      ? ([now - before, "points", 0.005] as const)
      : kind === "score"
        ? ([now - before, "score", 0.005] as const)
        : ([(now - before) / before, "percent", 0.005] as const);
  if (Math.abs(by) < least) return { ...same, unit };
  const direction = by > 0 ? "more" : "less";
  const verdict = better === null ? direction : better === direction ? "better" : "worse";
  return { by, unit, verdict };
}

const same: Change = { by: 0, unit: "percent", verdict: "same" };
