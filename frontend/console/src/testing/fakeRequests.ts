import type { Kind, KindDraft } from "../rest/requestKinds";
import type { Act, KindName, RequestCounts, RequestDetail, RequestEntry, RequestRow } from "../rest/requests";

const minute = 60_000;

export const callKind: Kind = {
  id: "k1",
  used: 3,
  site: null,
  nature: "call",
  name: { ru: "Заказать звонок", en: "Order a call" },
  invitation: { ru: "Перезвоним в удобное вам время" },
  department: null,
  on: true,
  order: 10,
  asks: { name: "optional", phone: "required", email: "no", text: "optional" },
  fields: [
    { id: "f1", label: { ru: "Номер заказа" }, type: "text", required: false, choices: [] },
    { id: "f2", label: { ru: "Согласен на обработку данных" }, type: "consent", required: true, choices: [] },
  ],
  slotMinutes: 30,
  capacity: 2,
  daysAhead: 7,
  leadMinutes: 30,
  soon: true,
  soonMinutes: 30,
  answerMinutes: 480,
  remindMinutes: 5,
  rota: [],
  turn: "all",
};

export const letterKind: Kind = {
  ...callKind,
  id: "k2",
  used: 2,
  nature: "letter",
  name: { ru: "Претензии" },
  invitation: {},
  department: "d2",
  order: 20,
  asks: { name: "optional", phone: "optional", email: "required", text: "required" },
  fields: [],
};

/** A call that is wanted soon, with `change`. */
export function requestOf(id: string, change: Partial<RequestRow> = {}): RequestRow {
  const now = Date.now();
  return {
    id,
    kind: "k1",
    nature: "call",
    site: "site",
    department: null,
    state: "open",
    owner: null,
    claimedAt: null,
    outcome: null,
    doneAt: null,
    snoozedUntil: null,
    name: "Иван Петров",
    phone: "+79123456789",
    email: "",
    text: "",
    at: null,
    minutes: 30,
    zone: "Asia/Yekaterinburg",
    dayEndsAt: now + 180 * minute,
    language: "ru",
    page: "https://chai.example/cart/",
    arrivedAt: now - 20 * minute,
    dueAt: now + 40 * minute,
    attempts: 0,
    visitor: `v${id}`,
    conversation: null,
    mergedInto: null,
    others: 0,
    ...change,
  };
}

class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problem: object,
  ) {
    super(String(status));
  }
}

/** Requests of the server in memory, as one operator sees them. */
export class FakeRequests {
  readonly asked: { path: string; body: Record<string, unknown> }[] = [];
  readonly searches: string[] = [];
  broken = false;
  /** Whoever wrote the letters talks with somebody else. */
  elsewhere = false;
  kinds: Kind[] = [callKind, letterKind];
  readonly histories = new Map<string, RequestEntry[]>();
  readonly extras = new Map<string, Partial<RequestDetail>>();

  private constructor(
    public rows: RequestRow[],
    private readonly me: string,
  ) {}

  /** Answers for the requests of the console that is open. */
  static serve(rows: RequestRow[] = [], me = "olga"): FakeRequests {
    const fake = new FakeRequests(rows, me);
    const around = globalThis.fetch;
    globalThis.fetch = (async (address: string, init: RequestInit = {}) => {
      if (!/^\/api\/request/.test(address)) return around(address, init);
      const body = typeof init.body === "string" ? JSON.parse(init.body) : {};
      return fake.answer(init.method ?? "GET", address, body);
    }) as typeof fetch;
    return fake;
  }

  private answer(method: string, address: string, body: Record<string, unknown>): Response {
    const [path = "", search = ""] = address.split("?");
    if (method !== "GET") this.asked.push({ path: `${method} ${path}`, body });
    if (this.broken) return Response.json({ code: "unavailable", detail: "" }, { status: 500 });
    try {
      const answer = path.startsWith("/api/request-kinds")
        ? this.editKinds(method, path, body as unknown as KindDraft)
        : this.work(path, search, body);
      return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return Response.json(error.problem, { status: error.status });
    }
  }

  private work(path: string, search: string, body: Record<string, unknown>): unknown {
    const [, , , id, act] = path.split("/");
    if (id === undefined) return this.list(new URLSearchParams(search));
    if (id === "counts") return this.counts();
    if (id === "kinds") return this.kinds.map(named);
    const row = this.rows.find((each) => each.id === id);
    if (row === undefined) throw new Refused(404, { code: "request_unknown", detail: "" });
    if (act === undefined) return this.detail(id);
    const claimed = this.act(row, { act, ...body } as Act);
    return { ...this.detail(id), ...(claimed && { claimed }) };
  }

  private list(search: URLSearchParams): unknown {
    this.searches.push(search.toString());
    const show = search.get("show") ?? "";
    const kinds = search.get("kinds")?.split(",");
    const words = (search.get("words") ?? "").toLocaleLowerCase();
    const found = this.rows.filter(
      (row) =>
        this.shown(row, show) &&
        (kinds === undefined || kinds.includes(row.kind)) &&
        [null, row.nature as string].includes(search.get("nature")) &&
        `${row.name} ${row.phone} ${row.text}`.toLocaleLowerCase().includes(words),
    );
    const from = Number(search.get("after") ?? 0);
    const next = from + 50 < found.length ? String(from + 50) : null;
    return { requests: found.slice(from, from + 50).map((row) => this.withOthers(row)), next, at: Date.now() };
  }

  private shown(row: RequestRow, show: string): boolean {
    const { state, owner, dueAt, snoozedUntil } = row;
    const asleep = snoozedUntil !== null && snoozedUntil > Date.now();
    switch (show) {
      case "unclaimed":
        return state === "open" && !asleep;
      case "mine":
        return state === "claimed" && owner === this.me;
      case "claimed":
        return state === "claimed";
      case "overdue":
        return state !== "done" && !asleep && dueAt !== null && dueAt < Date.now();
      case "snoozed":
        return asleep;
      case "done":
        return state === "done";
      default:
        return show === "all" || state !== "done";
    }
  }

  private counts(): RequestCounts {
    const count = (show: string) => this.rows.filter((row) => this.shown(row, show)).length;
    return {
      unclaimed: count("unclaimed"),
      mine: count("mine"),
      overdue: count("overdue"),
      today: count("today"),
      snoozed: count("snoozed"),
    };
  }

  private sameAs({ id, visitor }: RequestRow): RequestRow[] {
    return this.rows.filter((each) => each.id !== id && each.visitor === visitor);
  }

  private withOthers(row: RequestRow): RequestRow {
    return { ...row, others: this.sameAs(row).filter(({ state }) => state !== "done").length };
  }

  private detail(id: string): RequestDetail {
    const row = this.rows.find((each) => each.id === id) as RequestRow;
    const arrived: RequestEntry = entry({ at: row.arrivedAt, what: "arrived" });
    return {
      request: this.withOthers(row),
      answers: [],
      consents: [],
      client: null,
      ...this.extras.get(id),
      history: [arrived, ...(this.histories.get(id) ?? [])],
      others: this.sameAs(row).map((each) => this.withOthers(each)),
    };
  }

  private put(id: string, change: Partial<RequestRow>, told: Partial<RequestEntry>): void {
    this.rows = this.rows.map((row) => (row.id === id ? { ...row, ...change } : row));
    this.histories.set(id, [...(this.histories.get(id) ?? []), entry({ by: this.me, ...told })]);
  }

  private claim(row: RequestRow): string[] {
    const all = [row, ...this.sameAs(row)].filter(({ state }) => state === "open");
    if (row.nature === "letter" && row.conversation === null && !this.elsewhere)
      this.rows = this.rows.map((each) => (each.id === row.id ? { ...each, conversation: `c${row.id}` } : each));
    for (const { id } of all) {
      this.put(id, { state: "claimed", owner: this.me, claimedAt: Date.now() }, { what: "claimed" });
    }
    return all.map(({ id }) => id);
  }

  private act(row: RequestRow, act: Act): string[] | undefined {
    const { id, owner } = row;
    if (owner !== null && owner !== this.me && act.act !== "note") {
      throw new Refused(409, { code: "request_claimed", detail: "", params: { by: owner } });
    }
    const own = { state: "claimed", owner: this.me, claimedAt: row.claimedAt ?? Date.now() } as const;
    switch (act.act) {
      case "claim":
        return this.claim(row);
      case "release":
        return void this.put(id, { state: "open", owner: null, claimedAt: null }, { what: "released" });
      case "hand":
        return void this.put(id, { ...own, owner: act.to }, { what: "handed", to: act.to, text: act.note });
      case "attempt": {
        const { outcome, nextAt, note } = act;
        const again = outcome === "no_answer";
        const end = again
          ? { snoozedUntil: nextAt, dueAt: nextAt }
          : { state: "done" as const, outcome, doneAt: Date.now() };
        const told = { what: "attempt", outcome, until: nextAt, text: note } as const;
        return void this.put(id, { ...own, ...end, attempts: row.attempts + 1 }, told);
      }
      case "snooze":
        return void this.put(id, { ...own, snoozedUntil: act.until }, { what: "snoozed", until: act.until });
      case "note":
        return void this.put(id, {}, { what: "note", text: act.text });
      case "done": {
        const { outcome, note } = act;
        return void this.put(id, { state: "done", outcome, doneAt: Date.now() }, { what: "done", outcome, text: note });
      }
      case "reopen":
        return void this.put(id, { ...own, outcome: null, doneAt: null }, { what: "reopened" });
      case "merge":
        return void this.put(
          id,
          { state: "done", outcome: "merged", doneAt: Date.now(), mergedInto: act.into },
          { what: "merged" },
        );
    }
  }

  private editKinds(method: string, path: string, draft: KindDraft): unknown {
    const [, , , id] = path.split("/");
    if (method === "GET") return this.kinds;
    if (method === "DELETE") {
      this.kinds = this.kinds.filter((kind) => kind.id !== id);
      return undefined;
    }
    if (Object.values(draft.name).every((name) => name === "")) {
      const fields = [{ field: "name", code: "required", value: null, expected: "" }];
      throw new Refused(422, { code: "invalid", detail: "Проверьте отмеченное.", fields });
    }
    const saved: Kind = { ...draft, id: id ?? `k${this.kinds.length + 1}`, used: 0 };
    this.kinds = id === undefined ? [...this.kinds, saved] : this.kinds.map((kind) => (kind.id === id ? saved : kind));
    return saved;
  }
}

function entry(said: Partial<RequestEntry>): RequestEntry {
  return { at: Date.now(), what: "note", by: null, to: null, outcome: null, until: null, text: "", ...said };
}

const named = ({ id, site, nature, name, department, on, rota }: Kind): KindName => ({
  id,
  site,
  nature,
  name,
  department,
  on,
  rota,
  duty: rota,
});

/** An afternoon's requests, for looking at. */
export function requestsOfScene(): RequestRow[] {
  const now = Date.now();
  const slot = Math.ceil((now + 50 * minute) / (30 * minute)) * 30 * minute;
  return [
    requestOf("r1", {
      name: "Людмила Сергеевна Вознесенская",
      at: slot - 90 * minute,
      dueAt: now - 12 * minute,
      visitor: "v47",
      text: "Не пришёл заказ 4417, обещали вчера. Позвоните, пожалуйста, после трёх.",
      attempts: 1,
    }),
    requestOf("r2", { name: "", phone: "+78342474747", at: null, dueAt: now + 9 * minute, zone: "Europe/Saratov" }),
    requestOf("r3", {
      kind: "k2",
      nature: "letter",
      name: "Людмила Сергеевна Вознесенская",
      phone: "",
      email: "voznesenskaya@mail.example",
      visitor: "v47",
      text: "Здравствуйте! В посылке не хватает двух пачек «Молочного улуна». Прошу вернуть деньги или дослать.",
      dueAt: now + 200 * minute,
      conversation: "c47",
    }),
    requestOf("r4", {
      name: "Константин Константинопольский-Преображенский из Йошкар-Олы, ООО",
      at: slot,
      dueAt: slot,
    }),
    requestOf("r5", {
      name: "Олег",
      zone: "Asia/Vladivostok",
      dayEndsAt: null,
      at: slot + 26 * 60 * minute,
      dueAt: slot + 26 * 60 * minute,
    }),
    requestOf("r6", {
      name: "Марина",
      phone: "+491711234567",
      zone: null,
      dayEndsAt: null,
      owner: "pavel",
      state: "claimed",
      claimedAt: now - 8 * minute,
    }),
    requestOf("r7", {
      name: "Сергей",
      owner: "olga",
      state: "claimed",
      claimedAt: now - 30 * minute,
      snoozedUntil: now + 25 * minute,
      dueAt: now + 25 * minute,
      attempts: 2,
    }),
    requestOf("r8", {
      name: "Алёна",
      state: "done",
      owner: "olga",
      outcome: "reached",
      doneAt: now - 60 * minute,
      dueAt: now - 100 * minute,
    }),
  ];
}
