import type {
  FieldAnswer,
  FoundCity,
  Goal,
  Mention,
  OperatorView,
  Page,
  PlaceGuess,
  RequestNews,
  Side,
  SiteLook,
  Tag,
  VisitorQuestions,
  VisitorRow,
  VisitorSummary,
  WantTranscript,
} from "@beseda/protocol";
import type { Environment } from "../environment";
import { longPollIn } from "../line/http";
import { OperatorDoor } from "./operator-door";
import { FakeStore, personOf, type StoreChange, type StoredConversation } from "./store";
import { VisitorDoor } from "./visitor-door";
import { type Connection, type Door, FakeNetwork } from "./wires";

const BEAT = { operator: 3000, visitor: 15_000 };

/**
 * The server in memory: both doors of the protocol, enough to develop and test the screens without Java. Every browser
 * part talks to it through the environment that {@link FakeServer.environment} makes.
 *
 * ```ts
 * const server = new FakeServer(browserEnvironment());
 * const client = createVisitorClient(server.environment(browserEnvironment()), { … });
 * const conversation = server.ask("Нина", "Сколько идёт доставка?");   // a simulated visitor
 * server.take(conversation, "olga");
 * server.say(conversation, "olga", "Два дня.");
 * ```
 *
 * An operator's ticket is the operator's id.
 */
export class FakeServer {
  epoch = "epoch-1";
  /** A close code for everybody who says hello, to see how the screens take it. */
  turnAway: number | null = null;
  company = "Чайный дом";
  /** How far an operator looked at the notes that mention them, by operator and conversation. */
  readonly looked = new Map<string, number>();
  tags: Tag[] = [];
  departments: { id: string; name: string; sites: string[] }[] = [];
  site: SiteLook = {
    name: "Чайный дом",
    accent: "#0f766e",
    corner: "right",
    locale: "ru",
    greeting: "Здравствуйте! Чем помочь?",
    online: true,
    face: null,
    sound: true,
    opens: false,
    departments: [],
    show: true,
    form: false,
    addressAfter: 60,
    asks: false,
    previews: false,
    suggests: false,
    requests: false,
    files: true,
    rating: "off",
    words: { title: "", placeholder: "", nobody: "" },
  };
  place: PlaceGuess = { t: "place", city: null, region: "", ask: false };
  /** What sites said of their visitors. */
  readonly values: string[] = [];
  readonly introductions: (string | null)[] = [];
  readonly goals: Goal[] = [];
  readonly answers: FieldAnswer[] = [];
  /** Conversations that visitors want by e-mail. */
  readonly mailed: Omit<WantTranscript, "t" | "rid">[] = [];
  cities: FoundCity[] = [
    { city: "Пермь", region: "Пермский край" },
    { city: "Первоуральск", region: "Свердловская область" },
  ];
  /** What a visitor is asked before a conversation begins. */
  questions: Omit<VisitorQuestions, "t"> = { fields: [], consent: null };
  /** So many conversations a window shows at once, and at each scrolling up. */
  pageOfPast = 10;
  readonly store: FakeStore;
  readonly network: FakeNetwork;
  readonly operators = new Map<string, OperatorView>();
  /** Everybody on line, in the order the list shows. */
  crowd: readonly VisitorRow[] = [];
  readonly doors = new Set<VisitorDoor | OperatorDoor>();
  /** Commands done, by `rid`. */
  readonly answered = new Set<string>();
  private readonly visitors = new Map<string, VisitorSummary>();

  constructor(private readonly world: Pick<Environment, "now" | "after">) {
    this.store = new FakeStore(world.now);
    this.network = new FakeNetwork(world, (connection) => this.accept(connection));
    this.store.listeners.add((change) => this.changed(change));
    this.addOperator("olga", "Ольга Смирнова", "Старший консультант");
    this.addOperator("pavel", "Павел Ким", "Консультант");
    this.site = { ...this.site, face: personOf(this.view("olga")) };
  }

  /** An environment whose lines lead here; everything else stays the given one's. */
  environment(base: Environment): Environment {
    return {
      ...base,
      openSocket: (url) => this.network.openSocket(url),
      longPoll: async () =>
        longPollIn({ after: base.after, fetch: (url, request) => this.network.fetch(url, request) }),
    };
  }

  addOperator(id: string, name: string, title: string): void {
    this.setOperator({
      id,
      name,
      title,
      photo: null,
      role: "operator",
      state: "online",
      connected: true,
      why: "own",
      since: this.world.now(),
      load: 0,
      capacity: 3,
      with: [],
      lastSeenAt: null,
    });
  }

  setOperator(operator: OperatorView): void {
    this.operators.set(operator.id, operator);
    for (const door of this.doors) {
      if (door instanceof OperatorDoor) {
        door.operator(operator);
      }
    }
  }

  /** A new simulated visitor with a first question. */
  ask(name: string | null, text: string, details: Partial<VisitorSummary> = {}): StoredConversation {
    const visitor = { ...this.visitor(`v${this.visitors.size + 1}`, null), name, online: true, ...details };
    this.visitors.set(visitor.id, visitor);
    const conversation = this.store.open("site", visitor);
    this.store.append(conversation, "public", { kind: "visitor" }, { type: "message", text }, null);
    return conversation;
  }

  /** A message of the visitor (`null`) or of an operator. */
  say(conversation: StoredConversation, operator: string | null, text: string): void {
    const author = operator === null ? ({ kind: "visitor" } as const) : ({ kind: "operator", id: operator } as const);
    this.store.append(conversation, "public", author, { type: "message", text }, null);
  }

  setTags(tags: Tag[]): void {
    this.tags = tags;
    for (const door of this.doors) {
      if (door instanceof OperatorDoor) door.tags();
    }
  }

  /** Tells every operator of a request. */
  tellRequest(news: RequestNews): void {
    for (const door of this.doors) {
      if (door instanceof OperatorDoor) door.request(news);
    }
  }

  putTag(conversation: StoredConversation, operator: string, tag: string, on: boolean): void {
    const before = conversation.header.tags ?? [];
    if (before.includes(tag) === on) return;
    conversation.header = {
      ...conversation.header,
      tags: on ? [...before, tag] : before.filter((each) => each !== tag),
    };
    this.store.touch(conversation, conversation.header.visitor);
    this.store.append(conversation, "internal", { kind: "operator", id: operator }, { type: "tagged", tag, on }, null);
  }

  /** `@{id}` in the text mentions somebody. */
  note(conversation: StoredConversation, operator: string, text: string): void {
    const mentions = namedIn(text);
    const body = mentions.length > 0 ? { type: "note" as const, text, mentions } : { type: "note" as const, text };
    this.store.append(conversation, "internal", { kind: "operator", id: operator }, body, null);
  }

  /** The notes that mention the operator and were not looked at. */
  mentionsOf(operator: string): Mention[] {
    return [...this.store.conversations.values()].flatMap(({ header, internal }) =>
      internal.flatMap(({ seq, at, author, body }): Mention[] => {
        const named = body.type === "note" && author.kind === "operator" && namedIn(body.text).includes(operator);
        if (!named || seq <= (this.looked.get(`${operator} ${header.id}`) ?? 0)) return [];
        const { name, label } = header.visitor;
        return [{ conversation: header.id, seq, at, by: author.id, text: body.text, visitor: name, label }];
      }),
    );
  }

  /** Puts the question to an operator for so many milliseconds; what comes of it is the test's business. */
  offer(conversation: StoredConversation, to: string, milliseconds: number): void {
    this.store.change(conversation, { state: "offered", offer: { to, until: this.store.now() + milliseconds } });
  }

  /** Back into the queue, as when an offer was let go. */
  queue(conversation: StoredConversation): void {
    this.store.change(conversation, { state: "waiting", offer: null });
  }

  handOver(
    conversation: StoredConversation,
    to: string | null,
    department: string | null,
    note: string,
    asked = false,
  ): void {
    const from = conversation.header.owner ?? "";
    const until = this.store.now() + 60_000;
    this.store.change(conversation, { transfer: { from, to, department, note, until, asked } });
  }

  /** The operator may read it no more. */
  takeAway({ header }: StoredConversation, operator: string): void {
    for (const door of this.doors) {
      if (door instanceof OperatorDoor) door.takeAway(header.id, operator);
    }
  }

  take(conversation: StoredConversation, operator: string): void {
    const change = {
      state: "active",
      owner: operator,
      takenAt: this.store.now(),
      offer: null,
      transfer: null,
    } as const;
    this.store.change(conversation, change);
    const body = { type: "joined", operator: personOf(this.view(operator)) } as const;
    this.store.append(conversation, "public", { kind: "system" }, body, null);
  }

  giveBack(conversation: StoredConversation): void {
    const { owner } = conversation.header;
    this.store.change(conversation, { state: "waiting", owner: null, takenAt: null });
    const body = { type: "left", operator: personOf(this.view(owner ?? "")), reason: "gave_back" } as const;
    this.store.append(conversation, "public", { kind: "system" }, body, null);
  }

  finish(conversation: StoredConversation, by: Side | "system"): void {
    if (conversation.header.state !== "closed") {
      this.store.change(conversation, { state: "closed", closedAt: this.store.now(), waitingSince: null });
      this.store.append(conversation, "public", { kind: "system" }, { type: "closed", by }, null);
    }
  }

  typing(conversation: string, side: Side, person: string | null, on: boolean): void {
    for (const door of this.doors) {
      if (door instanceof OperatorDoor || side === "operator") {
        door.typing(conversation, person, on, side);
      }
    }
  }

  draft(conversation: string, text: string): void {
    for (const door of this.doors) {
      if (door instanceof OperatorDoor) door.draft(conversation, text);
    }
  }

  /** Tells the visitor where the question stands. */
  tellPlace({ header }: StoredConversation, place: number | null, waitMs: number | null): void {
    for (const door of this.doors) {
      if (door instanceof VisitorDoor) {
        door.queue(header.id, place, waitMs);
      }
    }
  }

  setSite(change: Partial<SiteLook>): void {
    this.site = { ...this.site, ...change };
    for (const door of this.doors) {
      door.site();
    }
  }

  /** As after a backup was restored: another epoch, every line is lost. */
  restore(): void {
    this.epoch = `epoch-${Number(this.epoch.split("-")[1]) + 1}`;
    this.network.cut(1012);
  }

  /** Whose token or visit it is; a stranger becomes a new visitor. */
  recognise(token: string | null, visit: string | null): { id: string; token: string } {
    const id = token?.replace("token-", "") ?? visit ?? `v${this.visitors.size + 1}`;
    return { id, token: `token-${id}` };
  }

  visitor(id: string, page: Page | null): VisitorSummary {
    const label = `Посетитель ${1000 + this.visitors.size + 1}`;
    const unknown = { id, name: null, email: null, phone: null, label, city: null, online: false, page };
    const visitor = this.visitors.get(id) ?? unknown;
    this.visitors.set(id, visitor);
    visitor.page = page ?? visitor.page;
    return visitor;
  }

  operatorOf(ticket: string | null): OperatorView | null {
    return this.operators.get(ticket ?? "") ?? null;
  }

  dayStart(): number {
    return new Date(this.store.now()).setHours(0, 0, 0, 0);
  }

  private view(id: string): OperatorView {
    const operator = this.operators.get(id);
    if (!operator) {
      throw new Error(`unknown operator ${id}: one of ${[...this.operators.keys()].join(", ")} expected`);
    }
    return operator;
  }

  private accept(connection: Connection): Door {
    const door = connection.side === "visitor" ? new VisitorDoor(this, connection) : new OperatorDoor(this, connection);
    const beat = () => {
      cancel = this.world.after(BEAT[connection.side], beat);
      if (this.doors.has(door)) {
        door.lounge.beat();
      }
    };
    let cancel = this.world.after(BEAT[connection.side], beat);
    return {
      received: (frame) => {
        if (this.turnAway === null) {
          door.received(frame as never);
        } else {
          connection.close(this.turnAway);
        }
      },
      closed() {
        cancel();
        door.closed();
      },
    };
  }

  private changed(change: StoreChange): void {
    for (const door of [...this.doors]) {
      door.changed(change);
    }
  }
}

/** Whom a note names. */
function namedIn(text: string): string[] {
  return [...text.matchAll(/@\{([\w-]+)\}/g)].map(([, id]) => id ?? "");
}
