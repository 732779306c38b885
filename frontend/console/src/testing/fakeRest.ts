import type { FakeServer } from "@beseda/client/testing";
import type { Conversation, Role } from "@beseda/protocol";
import type {
  Department,
  Invitation,
  Me,
  Operator,
  OwnSession,
  ReadyAnswer,
  Reception,
  Routing,
  SameVisitor,
  Session,
  Settings,
  Site,
  Visitor,
} from "../rest/types";
import { FakeArchive } from "./fakeArchive";
import { FakeArticles } from "./fakeArticles";
import { FakeHours } from "./fakeHours";
import {
  anAttachment,
  answersOf,
  departmentsOf,
  emptyAnswer,
  invitationsOf,
  operatorsOf,
  sessionsOf,
  settingsOf,
  siteOf,
} from "./fixtures";

/** How the REST side of the fake behaves. */
export interface RestScene {
  setupNeeded: boolean;
  signedIn: boolean;
  /** Requests whose path begins like this fail with 503. */
  broken: string | null;
  role?: Role;
  /** A service translates. */
  translates?: boolean;
  visitor?: Partial<Visitor>;
}

interface Call {
  method: string;
  path: string;
  search: URLSearchParams;
  body: Record<string, unknown>;
}

class Trouble extends Error {
  constructor(
    readonly status: number,
    readonly problem: object,
  ) {
    super(String(status));
  }
}

const said = { translations: {}, status: null, hours: { timeZone: "", days: [] } };

/** The REST of the server in memory, over what the fake server stores: for tests and the workbench, never shipped. */
export class FakeRest {
  readonly sites: Site[] = [siteOf("site", "Чайный дом", "#0f766e"), siteOf("site2", "Чайный дом — опт", "#b45309")];
  readonly operators: Operator[];
  departments: Department[] = departmentsOf();
  invitations: Invitation[] = invitationsOf();
  readonly answers: ReadyAnswer[] = answersOf();
  readonly articles: FakeArticles;
  readonly archive: FakeArchive;
  readonly hours = new FakeHours();
  sessions: OwnSession[];
  settings: Settings = settingsOf();
  readonly me: Me;
  readonly routing = new Map<string, Routing>();
  readonly receptions = new Map<string, Reception>();
  /** Who may be the same person as anybody. */
  alike: SameVisitor[] = [];
  readonly contacts = new Map<string, Partial<Visitor>>();

  constructor(
    private readonly server: FakeServer,
    readonly scene: RestScene,
    me: string,
    private readonly now: () => number = Date.now,
  ) {
    this.operators = operatorsOf(server, this.now());
    this.sessions = sessionsOf(this.now());
    this.articles = new FakeArticles(now);
    this.archive = new FakeArchive(server, () => this.settings.lateAfterMinutes * 60_000);
    const own = this.operators.find(({ id }) => id === me) ?? (this.operators[0] as Operator);
    this.me = { ...own, role: scene.role ?? own.role, locale: "ru", theme: "system", ...said };
  }

  readonly fetch = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(address, "https://chat.example");
    const body: unknown = typeof init.body === "string" ? JSON.parse(init.body) : {};
    const call = {
      method: init.method ?? "GET",
      path: url.pathname,
      search: url.searchParams,
      body: body as Call["body"],
    };
    await new Promise((resolve) => setTimeout(resolve, 5));
    try {
      const answer = this.answer(call);
      if (answer instanceof Response) return answer;
      return new Response(answer === undefined ? "" : JSON.stringify(answer), { status: 200, headers: json });
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      return new Response(JSON.stringify(error.problem), { status: error.status, headers: problem });
    }
  };

  private answer(call: Call): unknown {
    const { path, method } = call;
    if (this.scene.broken !== null && path.startsWith(this.scene.broken)) {
      throw new Trouble(503, { code: "unavailable", detail: "" });
    }
    if (path === "/api/setup") return method === "GET" ? { needed: this.scene.setupNeeded } : this.setUp(call);
    if (path === "/api/session") return this.session(call);
    if (!this.scene.signedIn && !path.startsWith("/api/invitations/")) throw new Trouble(401, { code: "signed_out" });
    if (path.startsWith("/api/conversations")) return this.conversations(call);
    if (path.startsWith("/api/visitors/")) return this.visitor(call);
    if (/^.api.(archive|reports)/.test(path)) return this.archive.answer(path, call.search);
    if (path.startsWith("/api/articles")) return this.articles.answer(path, method, call.body);
    if (path === "/api/knowledge") return this.articles.find(call.search);
    return this.lists(call);
  }

  private setUp({ body }: Call): unknown {
    if (body.code !== "k7mp-2xwq-9tdz") {
      throw new Trouble(403, { code: "setup_code_wrong", detail: "Это не код последнего запуска сервера." });
    }
    const administrator = body.administrator as Record<string, string>;
    if ([...(administrator.password ?? "")].length < 12) {
      throw invalid("administrator.password", "too_short", "не меньше 12 знаков");
    }
    this.scene.setupNeeded = false;
    this.scene.signedIn = true;
    return this.current();
  }

  private session({ method, body }: Call): unknown {
    if (method === "DELETE") this.scene.signedIn = false;
    if (method === "POST") {
      if (body.password === "delayed") throw new Trouble(429, { code: "login_delayed", detail: "", retryMs: 42_000 });
      if (body.password === "wrong") throw new Trouble(401, { code: "credentials_wrong", detail: "" });
      this.scene.signedIn = true;
    }
    if (!this.scene.signedIn && (method === "GET" || method === "PUT")) throw new Trouble(401, { code: "signed_out" });
    return this.scene.signedIn ? this.current() : undefined;
  }

  private current(): Session {
    return {
      operator: this.me,
      company: this.settings.company,
      permissions: this.me.role === "operator" ? [] : ["manage_knowledge", "read_all"],
      demo: this.settings.demo,
      version: "0.1",
      editMinutes: this.settings.editMinutes,
      lateAfterMinutes: this.settings.lateAfterMinutes,
      lateWarningMinutes: this.settings.lateWarningMinutes,
      lateInWorkingHours: this.settings.lateInWorkingHours,
      translates: this.scene.translates ?? false,
    };
  }

  private conversations({ path, search }: Call): unknown {
    const [, , , id, events] = path.split("/");
    const all = [...this.server.store.conversations.values()];
    if (id === undefined) {
      const closed = all
        .map(({ header }) => header)
        .filter((each) => each.state === "closed" && [null, each.visitor.id].includes(search.get("visitor")))
        .sort((one, other) => (other.closedAt ?? 0) - (one.closedAt ?? 0));
      const from = search.has("before") ? closed.findIndex((each) => each.id === search.get("before")) + 1 : 0;
      return { conversations: closed.slice(from, from + 20), more: closed.length > from + 20 };
    }
    const found = this.server.store.conversations.get(id);
    if (found === undefined) throw new Trouble(404, { code: "not_found", detail: "" });
    if (events === "search") {
      const words = (search.get("words") ?? "").toLocaleLowerCase();
      const before = Number(search.get("before"));
      const hits = found.public.filter(({ seq, body }) => seq < before && "text" in body && body.text.includes(words));
      return { places: hits.map(({ seq }) => `${seq}`) };
    }
    if (events === "colleagues") {
      return { operators: [...this.server.operators.keys()].filter((each) => each !== this.me.id) };
    }
    return events === "events" ? { events: found.public, more: false } : found.header;
  }

  private visitor({ path, method, body, search }: Call): unknown {
    const [, , , visitor = "", part] = path.split("/");
    const id = decodeURIComponent(visitor);
    if (part === "alike") {
      const text = search.get("text") ?? "";
      return { visitors: this.alike.filter(({ email, number }) => ["", email, `${number}`].includes(text)) };
    }
    if (part === "files") return { files: [], next: null };
    if (part === "merge") this.merge(id, method, body);
    if (method === "PUT") {
      if (body.email !== null && !String(body.email).includes("@")) {
        throw invalid("email", "invalid", "адрес вида name@example.com");
      }
      this.contacts.set(id, body);
    }
    const theirs = [...this.server.store.conversations.values()]
      .map(({ header }) => header)
      .filter(({ visitor }) => visitor.id === id)
      .sort((one, other) => other.openedAt - one.openedAt);
    const summary = theirs[0]?.visitor;
    if (summary === undefined) throw new Trouble(404, { code: "not_found", detail: "" });
    return { ...visitorOf(summary, theirs, this.now()), ...this.contacts.get(id), ...this.scene.visitor };
  }

  private merge(id: string, method: string, body: Record<string, unknown>): void {
    const known = this.contacts.get(id)?.same ?? [];
    const chosen = this.alike.filter((each) => each.id === body.with);
    this.alike = method === "DELETE" ? [...this.alike, ...known] : this.alike.filter((each) => !chosen.includes(each));
    const same = method === "DELETE" ? [] : [...known, ...chosen];
    this.contacts.set(id, { ...this.contacts.get(id), merged: same.length > 0, same });
  }

  private lists({ path, method, body }: Call): unknown {
    const [, , list, id] = path.split("/");
    if (path.endsWith("/reception")) return this.receptionOf(path, method, body);
    if (path.endsWith("/hours") && list !== "hours") return this.hours.choose(list, id, body);
    if (path.endsWith("/routing")) return this.routingOf(path, method, body);
    const keep = method === "PUT" ? { ...body } : null;
    switch (list) {
      case "sites":
        return this.edit(this.sites, id, method, body, () => siteOf(`site${this.sites.length + 1}`, "", "#2b62e3"));
      case "tags": {
        const tags = this.server.tags.map((tag) => ({ ...tag }));
        const answer = this.edit(tags, id, method, body, () => ({
          id: `t${tags.length + 1}`,
          name: "",
          colour: "blue",
          retired: false,
        }));
        if (method !== "GET") this.server.setTags(tags);
        return answer;
      }
      case "hours":
        return this.hours.answer(id, method, body);
      case "departments":
        return this.edit(this.departments, id, method, body, () => ({
          id: `d${this.departments.length + 1}`,
          name: "",
          sites: [],
          operators: [],
        }));
      case "operators":
        return this.edit(this.operators, id, method, body, () => this.operators[0] as Operator);
      case "sessions":
        if (method === "DELETE")
          this.sessions = this.sessions.filter((each) => each.current || (id !== undefined && each.id !== id));
        return this.sessions;
      case "invitations":
        return this.invitation(id, path, method);
      case "answers":
        return this.readyAnswer(path, method, body);
      case "settings":
        this.settings = { ...this.settings, ...keep };
        return this.settings;
      case "me":
        if (id === "answers") return this.readyAnswer(path, method, body);
        Object.assign(this.me, keep);
        return this.me;
      default:
        throw new Trouble(404, { code: "not_found", detail: "" });
    }
  }

  private readyAnswer(path: string, method: string, body: object): unknown {
    const own = path.startsWith("/api/me/");
    const [id, use] = path.split("/").slice(own ? 4 : 3);
    const found = this.answers.find((each) => each.id === id);
    if (use === "use" && found !== undefined) found.used++;
    if (use === "files") return (found?.files ?? []).map((file) => ({ ...file, id: `${file.id}-sent` }));
    if (method === "GET") {
      return { common: this.answers.filter((each) => !each.own), own: this.answers.filter((each) => each.own) };
    }
    if (use === "use") return undefined;
    if (id === "file") {
      throw invalid("12.text", "variable", "переменных такого имени нет: nobody");
    }
    const unknown = /\{(nobody)/.exec(String((body as ReadyAnswer).text))?.[1];
    if (unknown !== undefined) {
      throw invalid("text", "variable", `переменных такого имени нет: ${unknown}; есть {visitor.name}, {city}`);
    }
    const ids = (body as { files?: string[] }).files ?? [];
    const said = { ...body, files: ids.map((each) => ({ ...anAttachment, id: each })) };
    return this.edit(this.answers, id, method, said, () => ({
      ...emptyAnswer,
      id: `a${this.answers.length + 1}`,
      own,
    }));
  }

  private receptionOf(path: string, method: string, body: object): Reception {
    if (method === "PUT") this.receptions.set(path, body as Reception);
    return this.receptions.get(path) ?? { asks: false, pages: [] };
  }

  private routingOf(path: string, method: string, body: object): Routing {
    if (method === "PUT" && (body as Routing).offerSeconds < 5) throw invalid("offerSeconds", "range", "от 5 до 900");
    if (method === "PUT") this.routing.set(path, { ...(body as Routing), own: true });
    if (method === "DELETE") this.routing.delete(path);
    return this.routing.get(path) ?? { ...standardRouting, own: false };
  }

  private invitation(id: string | undefined, path: string, method: string): unknown {
    if (path.endsWith("/open")) return { email: "new@chai.example", company: this.settings.company, role: "operator" };
    if (method === "POST" && id === undefined) {
      return {
        id: "i9",
        link: "https://chat.example/invitation/9f2c71d04b7a4c3e",
        expiresAt: this.now() + 3 * 86_400_000,
      };
    }
    if (method === "DELETE") this.invitations = this.invitations.filter((each) => each.id !== id);
    return this.invitations;
  }

  private edit<T extends { id: string }>(
    list: T[],
    id: string | undefined,
    method: string,
    body: object,
    make: () => T,
  ): unknown {
    if (id === undefined && method === "GET") return list;
    if (id === undefined) {
      const made = { ...make(), ...body };
      list.push(made);
      return made;
    }
    const at = list.findIndex((each) => each.id === id);
    const found = list[at];
    if (found === undefined) throw new Trouble(404, { code: "not_found", detail: "" });
    if (method === "DELETE") list.splice(at, 1);
    if (method === "PUT") list[at] = { ...found, ...body };
    return list[at];
  }
}

const standardRouting = {
  mode: "both",
  choice: "least_busy",
  offerSeconds: 30,
  graceSeconds: 60,
  silenceMinutes: 10,
  overflow: null,
  overflowSeconds: 120,
  answerSeconds: 60,
  skill: "",
  priority: 0,
} as const;

const json = { "Content-Type": "application/json" };
const problem = { "Content-Type": "application/problem+json" };

function invalid(field: string, code: string, expected: string): Trouble {
  return new Trouble(422, {
    code: "invalid",
    detail: "Проверьте отмеченное.",
    fields: [{ field, code, value: null, expected }],
  });
}

function visitorOf(summary: Conversation["visitor"], conversations: Conversation[], now: number): Visitor {
  return {
    ...summary,
    site: "site",
    number: 1000 + Number(summary.id.replaceAll(/\D/g, "")),
    firstSeenAt: now - 40 * 86_400_000,
    lastSeenAt: now - 60_000,
    visits: 7,
    language: "ru-RU",
    timeZone: "Asia/Yekaterinburg",
    browser: "Chrome 142",
    system: "Windows 11",
    screen: { width: 1920, height: 1080 },
    place: null,
    client: null,
    answers: [],
    links: [],
    ...{ walks: [], goals: [], mailing: null },
    comments: [],
    merged: false,
    same: [],
    bans: [],
    conversations,
  };
}
