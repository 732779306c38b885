import type { FakeServer, StoredConversation } from "@beseda/client/testing";
import { dayOf } from "../archive/days";
import { finderOf } from "../archive/hits";
import type {
  ArchiveChoices,
  ArchiveDay,
  ArchivedOne,
  ArchivePage,
  ArchiveRow,
  DayEntry,
  LateAnswer,
} from "../rest/archive";

const minute = 60_000;
const pageOf = 30;

/** Whose words are looked through. */
const voicesOf = (search: URLSearchParams): string[] => [
  ...(search.get("side") === "both" || !search.has("side") ? ["visitor", "operator"] : [search.get("side") ?? ""]),
  ...(search.get("notes") === "true" ? ["note"] : []),
];

const operatorOf = (author: StoredConversation["public"][number]["author"]): string =>
  author.kind === "operator" ? author.id : "";

/** The archive of the server in memory: worked out of its logs whenever it is asked. */
export class FakeArchive {
  constructor(
    private readonly server: FakeServer,
    private readonly lateAfter: () => number,
  ) {}

  answer(path: string, search: URLSearchParams): unknown {
    if (path === "/api/archive/day") return this.day(search);
    if (path === "/api/archive/choices") return this.choices();
    if (path === "/api/archive/export") return this.file(search);
    const one = /^\/api\/archive\/([^/]+)$/.exec(path)?.[1];
    if (one !== undefined) return this.one(one, search);
    const rows = this.found(search);
    if (path === "/api/reports/summary") return { figures: figuresOf(rows) };
    const from = Number(search.get("before") ?? 0);
    const next = from + pageOf < rows.length ? `${from + pageOf}` : null;
    const page: ArchivePage = {
      conversations: rows.slice(from, from + pageOf),
      next,
      total: Math.min(1000, rows.length),
      more: rows.length > 1000,
    };
    return page;
  }

  private found(search: URLSearchParams): ArchiveRow[] {
    const [from, until] = [search.get("from") ?? "", search.get("until") ?? ""];
    const words = search.get("words") ?? "";
    const wanted = (name: string) => (search.get(name) ?? "").split(",").filter((each) => each !== "");
    const operators = wanted("operators");
    const says = (name: string, text: string) => text.toLowerCase().includes((search.get(name) ?? "").toLowerCase());
    return this.all(words, voicesOf(search)).filter(
      (row) =>
        dayOf(row.openedAt) >= from &&
        dayOf(row.openedAt) <= until &&
        (words === "" || row.hitPlaces.length > 0) &&
        (operators.length === 0 || row.operators.some((each) => operators.includes(each))) &&
        (search.get("late") !== "true" || row.lateAnswers > 0) &&
        (search.get("missed") !== "true" || row.missed) &&
        (search.get("taken") !== "true" || row.operators.length > 0) &&
        (search.get("files") !== "true" || row.files > 0) &&
        wanted("tags").every((tag) => row.tags.includes(tag)) &&
        says("city", row.city) &&
        says("page", `${row.page?.url} ${row.page?.title}`),
    );
  }

  private one(id: string, search: URLSearchParams): ArchivedOne {
    const stored = this.server.store.conversations.get(id);
    return {
      conversation: stored === undefined ? null : this.row(stored, search.get("words") ?? "", voicesOf(search)),
      notes: (stored?.internal ?? []).flatMap(({ seq, at, author, body }) =>
        body.type === "note"
          ? [{ seq, at, operator: operatorOf(author), text: body.text, reply: body.reply ?? null }]
          : [],
      ),
    };
  }

  private all(words: string, voices: readonly string[]): ArchiveRow[] {
    return [...this.server.store.conversations.values()]
      .map((each) => this.row(each, words, voices))
      .sort((one, other) => other.openedAt - one.openedAt);
  }

  private row({ header, public: log, internal }: StoredConversation, words: string, voices: readonly string[]) {
    const find = finderOf(words, []);
    const said = log.flatMap(({ seq, at, author, body }) =>
      body.type === "message" && author.kind !== "system" ? [{ seq, at, author, text: body.text }] : [],
    );
    const answers: LateAnswer[] = [];
    let waitsSince: number | null = null;
    for (const { seq, at, author } of said) {
      if (author.kind === "visitor") waitsSince ??= at;
      else if (waitsSince !== null) {
        answers.push({ seq, operator: operatorOf(author), waitMs: at - waitsSince });
        waitsSince = null;
      }
    }
    const late = answers.filter(({ waitMs }) => waitMs > this.lateAfter());
    const longest = Math.max(0, ...answers.map(({ waitMs }) => waitMs));
    const notes = internal.flatMap(({ seq, at, author, body }) =>
      body.type === "note" ? [{ seq, at, author, text: body.text, side: "note" as const }] : [],
    );
    const hits = [
      ...said.map((each) => ({
        ...each,
        side: each.author.kind === "visitor" ? ("visitor" as const) : ("operator" as const),
      })),
      ...notes,
    ]
      .filter(({ side, text }) => words !== "" && voices.includes(side) && find(text).length > 0)
      .sort((one, other) => one.at - other.at);
    const { visitor } = header;
    const row: ArchiveRow = {
      id: header.id,
      site: header.site,
      department: header.department,
      visitor: { id: visitor.id, number: visitor.label.replaceAll(/\D/g, ""), name: visitor.name },
      operators: [...new Set(log.flatMap(({ body }) => (body.type === "joined" ? [body.operator.id] : [])))],
      owner: header.owner,
      openedAt: header.openedAt,
      closedAt: header.closedAt,
      takenAt: header.takenAt,
      firstAnswerMs: answers[0]?.waitMs ?? null,
      answers: answers.length,
      longestWaitMs: answers.length === 0 ? null : longest,
      lateAnswers: late.length,
      lateByMs: late.length === 0 ? null : longest - this.lateAfter(),
      missed: header.state === "closed" && answers.length === 0,
      score: Number(header.id.slice(1)) % 7 === 3 ? 5 : null,
      tags: header.tags ?? [],
      files: said.length > 50 ? 2 : 0,
      messages: said.length,
      city: visitor.city ?? "",
      country: "",
      language: "ru",
      page: visitor.page,
      source: "google",
      late,
      hits: hits.slice(0, 3).map(({ seq, at, author, text, side }) => ({
        seq,
        at,
        side,
        operator: author.kind === "operator" ? author.id : null,
        ...snippet(text, find(text)),
      })),
      hitPlaces: hits.map(({ seq, side }) => (side === "note" ? `note-${seq}` : `${seq}`)),
    };
    return row;
  }

  private day(search: URLSearchParams): ArchiveDay {
    const date = search.get("date") ?? "";
    const given = new URLSearchParams({ ...Object.fromEntries(search), from: date, until: date });
    const rows = this.found(given);
    const entries = new Map<string, DayEntry[]>();
    const add = (operator: string, entry: Partial<DayEntry> & Pick<DayEntry, "at" | "what">) =>
      entries.set(operator, [
        ...(entries.get(operator) ?? []),
        { cause: null, conversation: null, to: null, ...entry },
      ]);
    for (const { id } of rows) {
      for (const [operator, entry] of workOf(this.server.store.conversations.get(id))) add(operator, entry);
    }
    for (const [operator, own] of entries) {
      const first = Math.min(...own.map(({ at }) => at));
      add(operator, { at: first - 4 * minute, what: "came", cause: "own" });
      add(operator, { at: first - 2 * minute, what: "offer_missed" });
      add(operator, { at: first - 90_000, what: "away", cause: "missed" });
      add(operator, { at: first - minute, what: "returned", cause: "own" });
    }
    return {
      operators: [...entries].map(([operator, own]) => ({ operator, entries: own.sort((a, b) => a.at - b.at) })),
      conversations: rows,
      missed: rows.filter(({ operators }) => operators.length === 0).map(({ id }) => id),
    };
  }

  private choices(): ArchiveChoices {
    const cities = [...new Set(this.all("", []).map(({ city }) => city))].filter((city) => city !== "");
    return {
      cities: cities.map((name) => ({ name, label: name, count: 1 })),
      languages: ["ru", "en"],
      sources: [{ name: "google", count: 3 }],
    };
  }

  private file(search: URLSearchParams): Response {
    const rows = this.found(search);
    return new Response(rows.map(({ id }) => id).join("\n"), {
      headers: { "Content-Type": "text/csv", "X-Beseda-Rows": `${rows.length}` },
    });
  }
}

type Work = [operator: string, entry: Pick<DayEntry, "at" | "what" | "conversation">];

/** What operators did in a conversation. */
function workOf(conversation: StoredConversation | undefined): Work[] {
  const joined = conversation?.public.flatMap(({ body }) => (body.type === "joined" ? [body.operator.id] : []));
  const told = { conversation: conversation?.header.id ?? null };
  return (conversation?.public ?? []).flatMap(({ at, author, body }): Work[] => {
    if (body.type === "joined") return [[body.operator.id, { ...told, at, what: "took" }]];
    if (body.type === "message" && author.kind === "operator") return [[author.id, { ...told, at, what: "answered" }]];
    const last = joined?.at(-1);
    return body.type === "closed" && last !== undefined ? [[last, { ...told, at, what: "closed" }]] : [];
  });
}

function snippet(text: string, marks: readonly (readonly [number, number])[]) {
  const from = Math.max(0, (marks[0]?.[0] ?? 0) - 40);
  const cut = text.slice(from, from + 160);
  const inside = marks.filter(([, until]) => until <= from + 160);
  return { text: cut, marks: inside.map(([one, other]): [number, number] => [one - from, other - from]) };
}

/** Figures of these conversations, as far as anything is known of them here. */
function figuresOf(rows: readonly ArchiveRow[]): Readonly<Record<string, number | null>> {
  return {
    conversations: rows.length,
    missed: rows.filter(({ missed }) => missed).length,
    first_answer_median: rows.find(({ firstAnswerMs }) => firstAnswerMs !== null)?.firstAnswerMs ?? null,
    late: rows.reduce((sum, { lateAnswers }) => sum + lateAnswers, 0),
    score: null,
  };
}
