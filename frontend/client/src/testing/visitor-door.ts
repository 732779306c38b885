import type {
  Fetch,
  FindCity,
  FromVisitor,
  Goal,
  Identify,
  LeftAddress,
  Older,
  OwnCity,
  OwnLocation,
  Rate,
  Seen,
  Typing,
  Values,
  VisitorAnswers,
  VisitorConsent,
  VisitorEnd,
  VisitorHello,
  VisitorSummary,
  WantEarlier,
  WantTranscript,
} from "@beseda/protocol";
import { Lounge } from "./doors";
import type { FakeServer } from "./fake-server";
import { type StoreChange, type StoredConversation, visitorHeader } from "./store";
import type { Connection, Door } from "./wires";

/** The visitor's door of the fake server, for one line. */
export class VisitorDoor implements Door {
  readonly lounge: Lounge;
  private visitor: VisitorSummary | null = null;
  private panel = true;

  constructor(
    private readonly server: FakeServer,
    private readonly connection: Connection,
  ) {
    this.lounge = new Lounge(server.store, connection, ["public"]);
  }

  received(frame: FromVisitor): void {
    if (frame.t === "hello") {
      this.hello(frame);
    } else if (this.visitor) {
      this.act(frame, this.visitor);
    }
  }

  closed(): void {
    this.server.doors.delete(this);
    this.presence(false);
  }

  changed(change: StoreChange): void {
    const { header } = change.conversation;
    if (header.visitor.id !== this.visitor?.id) {
      return;
    }
    if (!this.panel) {
      this.unread();
    } else if (!this.lounge.followed.has(header.id)) {
      if (change.kind !== "header") this.show(change.conversation, 0);
    } else if (change.kind === "event" && change.stream === "public") {
      const { event } = change;
      const top = event.seq;
      const base = { t: "events", conversation: header.id, stream: "public", reset: false, more: false } as const;
      this.connection.send({ ...base, top, events: [event] });
    } else if (change.kind === "header") {
      this.connection.send({ t: "conversation", conversation: this.header(change.conversation) });
    } else if (change.kind === "seen") {
      this.connection.send({ t: "seen", conversation: header.id, side: change.side, seq: change.seq });
    }
  }

  site(): void {
    this.connection.send({ t: "site", site: this.server.site });
  }

  queue(conversation: string, place: number | null, waitMs: number | null): void {
    if (this.panel && this.lounge.followed.has(conversation)) {
      this.connection.send({ t: "queue", conversation, place, waitMs });
    }
  }

  typing(conversation: string, person: string | null, on: boolean): void {
    if (this.panel && this.lounge.followed.has(conversation)) {
      this.connection.send({ t: "typing", conversation, side: "operator", person, on });
    }
  }

  private hello(hello: VisitorHello): void {
    const { server } = this;
    const { id, token } = server.recognise(hello.token, hello.visit);
    this.visitor = server.visitor(id, hello.page);
    this.panel = hello.role === "panel";
    server.doors.add(this);
    this.presence(true);
    this.connection.send({
      t: "welcome",
      protocol: 1,
      epoch: server.epoch,
      now: server.store.now(),
      visit: id,
      token: this.panel ? token : null,
      site: server.site,
      unread: this.countUnread(),
      dayStart: server.dayStart(),
      reachable: false,
      invitation: null,
    });
    if (this.panel) {
      const known = hello.epoch === server.epoch ? hello.positions : [];
      const mine = this.mine();
      for (const conversation of mine.slice(-server.pageOfPast)) {
        this.show(conversation, known.find((at) => at.conversation === conversation.header.id)?.last ?? 0);
      }
      this.connection.send({ t: "earlier", more: mine.length > server.pageOfPast });
    } else {
      this.unread();
    }
    if (this.panel) this.connection.send(server.place);
    if (this.panel) this.connection.send({ t: "questions", ...server.questions });
    this.connection.send({ t: "synced" });
  }

  private act(frame: Exclude<FromVisitor, VisitorHello>, visitor: VisitorSummary): void {
    if (frame.t === "probe") {
      this.lounge.beat();
    } else if (frame.t === "send") {
      const place = () => this.open() ?? this.server.store.open("site", visitor);
      this.lounge.post(place, "public", { kind: "visitor" }, visitor.id, frame);
    } else if (frame.t === "page") {
      visitor.page = frame.page;
      this.presence(true);
    } else if (frame.t === "draft") {
      this.server.draft(frame.conversation, frame.text);
    } else if (frame.t === "address") {
      this.address(frame);
    } else if (frame.t === "findCity" || frame.t === "city" || frame.t === "location") {
      this.place(frame);
    } else if (frame.t === "values" || frame.t === "identify" || frame.t === "goal") {
      this.heard(frame);
    } else if (frame.t === "rate" || frame.t === "answers" || frame.t === "earlier" || frame.t === "transcript") {
      this.command(frame);
    } else if (frame.t !== "askInvitation" && frame.t !== "beat" && frame.t !== "invited" && frame.t !== "idle") {
      const conversation = this.mine().find(({ header }) => header.id === frame.conversation);
      if (conversation) {
        this.within(frame, conversation);
      }
    }
  }

  private command(frame: Rate | VisitorAnswers | WantEarlier | WantTranscript): void {
    if (frame.t === "answers") this.answers(frame);
    else if (frame.t === "transcript") this.transcript(frame);
    else if (frame.t === "earlier") this.earlier(frame);
    else {
      const { rid, conversation, score, comment } = frame;
      this.connection.send({ t: "rating", conversation, score, comment });
      this.connection.send({ t: "done", rid });
    }
  }

  private transcript({ rid, conversation, email, language }: WantTranscript): void {
    const { mailed } = this.server;
    const code = email.includes("@") ? "transcripts_too_many" : "address_invalid";
    if (code === "address_invalid" || mailed.length >= 3) {
      this.connection.send({ t: "refused", cid: null, rid, code, params: {}, retryMs: null });
      return;
    }
    mailed.push({ conversation, email, language });
    this.connection.send({ t: "done", rid });
  }

  /** Only what is required is judged. */
  private answers({ rid, answers }: VisitorAnswers): void {
    const missing = this.server.questions.fields.filter(
      ({ id, required }) => required && !answers.some(({ field, value }) => field === id && value !== ""),
    );
    const params = Object.fromEntries(missing.map(({ id }) => [id, "required"]));
    if (missing.length > 0) {
      this.connection.send({ t: "refused", cid: null, rid, code: "answers_invalid", params, retryMs: null });
      return;
    }
    this.server.answers.push(...answers);
    this.server.questions = { fields: [], consent: null };
    this.connection.send({ t: "questions", ...this.server.questions });
    this.connection.send({ t: "done", rid });
  }

  private heard(frame: Values | Identify | Goal): void {
    if (frame.t === "values") this.server.values.push(frame.values);
    else if (frame.t === "identify") this.server.introductions.push(frame.client);
    else this.server.goals.push(frame);
  }

  private earlier({ rid, before }: WantEarlier): void {
    const mine = this.mine();
    const end = mine.findIndex(({ header }) => header.id === before);
    const begin = Math.max(0, end - this.server.pageOfPast);
    for (const conversation of mine.slice(begin, end).reverse()) this.show(conversation, 0);
    this.connection.send({ t: "earlier", more: begin > 0 });
    this.connection.send({ t: "done", rid });
  }

  private place(frame: FindCity | OwnCity | OwnLocation): void {
    if (frame.t === "findCity") {
      const cities = this.server.cities.filter(({ city }) => city.startsWith(frame.prefix));
      this.connection.send({ t: "cities", prefix: frame.prefix, cities });
    } else if (frame.t === "city") {
      this.server.place = { t: "place", city: frame.city, region: frame.region ?? "", ask: false };
      this.connection.send(this.server.place);
    } else {
      const code = "place_unknown";
      this.connection.send({ t: "refused", cid: null, rid: frame.rid, code, params: {}, retryMs: null });
      return;
    }
    this.connection.send({ t: "done", rid: frame.rid });
  }

  private address({ rid, address }: LeftAddress): void {
    if (address.includes("@")) this.connection.send({ t: "done", rid });
    else this.connection.send({ t: "refused", cid: null, rid, code: "address_invalid", params: {}, retryMs: null });
  }

  private within(
    frame: VisitorEnd | VisitorConsent | Typing | Seen | Fetch | Older,
    conversation: StoredConversation,
  ): void {
    switch (frame.t) {
      case "end":
        this.server.finish(conversation, "visitor");
        this.connection.send({ t: "done", rid: frame.rid });
        break;
      case "consent": {
        const { transfer } = conversation.header;
        const next = transfer && frame.agreed ? { ...transfer, asked: false } : null;
        this.server.store.change(conversation, { transfer: next });
        this.connection.send({ t: "done", rid: frame.rid });
        break;
      }
      case "typing":
        this.server.typing(conversation.header.id, "visitor", null, frame.on);
        break;
      case "seen":
        this.server.store.seen(conversation, "visitor", frame.seq);
        break;
      case "fetch":
        this.lounge.fetch(conversation, "public", frame.after);
        break;
      case "older":
        this.lounge.older(conversation, "public", frame.before);
        break;
    }
  }

  private show(conversation: StoredConversation, after: number): void {
    this.connection.send({ t: "conversation", conversation: this.header(conversation) });
    this.lounge.follow(conversation, () => after);
  }

  private header(conversation: StoredConversation) {
    return visitorHeader(conversation, this.server.operators);
  }

  private mine(): StoredConversation[] {
    return [...this.server.store.conversations.values()].filter(({ header }) => header.visitor.id === this.visitor?.id);
  }

  private open(): StoredConversation | null {
    return this.mine().find(({ header }) => header.state !== "closed") ?? null;
  }

  private countUnread(): number {
    return this.mine().reduce(
      (sum, { header, public: log }) =>
        sum + log.filter(({ seq, author }) => seq > header.visitorSeen && author.kind === "operator").length,
      0,
    );
  }

  private unread(): void {
    this.connection.send({ t: "unread", count: this.countUnread(), open: this.open() !== null });
  }

  private presence(online: boolean): void {
    const visitor = this.visitor;
    if (visitor) {
      visitor.online = online;
      for (const conversation of this.mine()) {
        this.server.store.touch(conversation, { ...visitor });
      }
    }
  }
}
