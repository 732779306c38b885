import type {
  Accept,
  Close,
  Decline,
  Delete,
  Edit,
  EventBody,
  Fetch,
  FromOperator,
  GiveBack,
  HandOver,
  Leave,
  MentionSeen,
  Note,
  Older,
  Open,
  OperatorHello,
  OperatorSend,
  OperatorView,
  PutTag,
  Refuse,
  Refused,
  RequestNews,
  Seen,
  Take,
  TakeOver,
  Typing,
} from "@beseda/protocol";
import { plainText } from "../formatting/plain";
import { Lounge } from "./doors";
import type { FakeServer } from "./fake-server";
import type { StoreChange, StoredConversation } from "./store";
import type { Connection, Door } from "./wires";

type Command = Take | GiveBack | Close | Refuse | HandOver | Accept | Decline | TakeOver;
/** Those that need not own it. */
const strangers: readonly Command["t"][] = ["take", "refuse", "accept", "decline", "takeover"];

/** The operator's door of the fake server, for one line. */
export class OperatorDoor implements Door {
  readonly lounge: Lounge;
  private me: OperatorView | null = null;
  /** What was taken away, until it becomes the operator's own. */
  private readonly hidden = new Set<string>();

  constructor(
    private readonly server: FakeServer,
    private readonly connection: Connection,
  ) {
    this.lounge = new Lounge(server.store, connection, ["public", "internal"]);
  }

  received(frame: FromOperator): void {
    if (frame.t === "hello") {
      this.hello(frame);
    } else if (this.me) {
      this.act(frame, this.me);
    }
  }

  closed(): void {
    this.server.doors.delete(this);
  }

  changed(change: StoreChange): void {
    const { header } = change.conversation;
    const followed = this.lounge.followed.has(header.id);
    if (header.owner === this.me?.id) this.hidden.delete(header.id);
    if (this.hidden.has(header.id)) return;
    if (change.kind === "header") {
      this.connection.send({ t: "conversation", conversation: header });
      if (header.owner === this.me?.id && !followed) {
        this.lounge.follow(change.conversation, () => null);
      }
    } else if (change.kind === "seen") {
      this.connection.send({ t: "seen", conversation: header.id, side: change.side, seq: change.seq });
    } else {
      if (change.event.body.type === "note") this.tellMentions();
      if (!followed) return;
      const { stream, event } = change;
      const base = { t: "events", conversation: header.id, reset: false, more: false } as const;
      this.connection.send({ ...base, stream, top: event.seq, events: [event] });
    }
  }

  tags(): void {
    this.connection.send({ t: "tags", tags: this.server.tags });
  }

  request(news: RequestNews): void {
    this.connection.send(news);
  }

  private tellMentions(): void {
    if (this.me) this.connection.send({ t: "mentions", mentions: this.server.mentionsOf(this.me.id) });
  }

  site(): void {}

  operator(operator: OperatorView): void {
    this.connection.send({ t: "operator", operator });
  }

  /** As when it went to a department that is not the operator's. */
  takeAway(conversation: string, operator: string): void {
    if (this.me?.id === operator) {
      this.hidden.add(conversation);
      this.lounge.followed.delete(conversation);
      this.connection.send({ t: "conversation_gone", conversation });
    }
  }

  draft(conversation: string, text: string): void {
    this.connection.send({ t: "draft", conversation, text });
  }

  typing(conversation: string, person: string | null, on: boolean, side: "visitor" | "operator"): void {
    if (this.lounge.followed.has(conversation) && person !== this.me?.id) {
      this.connection.send({ t: "typing", conversation, side, person, on });
    }
  }

  private hello(hello: OperatorHello): void {
    const { server, connection, lounge } = this;
    const me = server.operatorOf(connection.query.get("ticket"));
    if (!me) {
      connection.close(4401);
      return;
    }
    this.me = me;
    server.doors.add(this);
    connection.send({
      t: "welcome",
      protocol: 1,
      epoch: server.epoch,
      now: server.store.now(),
      me: me.id,
      company: server.company,
      operators: [...server.operators.values()],
      sites: [{ id: "site", name: server.site.name, accent: server.site.accent }],
      departments: server.departments,
      tags: server.tags,
    });
    const all = [...server.store.conversations.values()];
    connection.send({
      t: "inbox",
      conversations: all.map(({ header }) => header).filter(({ state }) => state !== "closed"),
    });
    const known = hello.epoch === server.epoch ? hello.positions : [];
    for (const conversation of all) {
      const { id, owner, state } = conversation.header;
      const positions = known.filter((position) => position.conversation === id);
      if (positions.length > 0 || (owner === me.id && state !== "closed")) {
        connection.send({ t: "conversation", conversation: conversation.header });
        lounge.follow(conversation, (stream) => positions.find((at) => at.stream === stream)?.last ?? null);
      }
    }
    connection.send({ t: "synced" });
    if (server.mentionsOf(me.id).length > 0) this.tellMentions();
  }

  private act(frame: Exclude<FromOperator, OperatorHello>, me: OperatorView): void {
    if (frame.t === "probe") {
      this.lounge.beat();
    } else if (frame.t === "state") {
      this.server.setOperator({ ...me, state: frame.state, why: "own", since: this.server.store.now() });
      this.me = this.server.operators.get(me.id) ?? null;
      this.connection.send({ t: "done", rid: frame.rid });
    } else if (frame.t === "watch") {
      const rows = this.server.crowd;
      const { from, count } = frame;
      this.connection.send({ t: "visitors", total: rows.length, from, rows: rows.slice(from, from + count) });
    } else if (frame.t === "invite") {
      this.connection.send({ t: "done", rid: frame.rid });
    } else if (frame.t !== "beat" && frame.t !== "unwatch") {
      const conversation = this.server.store.conversations.get(frame.conversation);
      if (conversation) {
        this.within(frame, conversation, me);
      } else {
        this.refuse(frame, "conversation_unknown");
      }
    }
  }

  private within(
    frame:
      | Open
      | Leave
      | OperatorSend
      | Note
      | MentionSeen
      | PutTag
      | Typing
      | Seen
      | Fetch
      | Older
      | Edit
      | Delete
      | Command,
    conversation: StoredConversation,
    me: OperatorView,
  ): void {
    const { lounge, server } = this;
    const { header } = conversation;
    switch (frame.t) {
      case "open":
        this.connection.send({ t: "conversation", conversation: header });
        lounge.follow(conversation, () => null);
        break;
      case "leave":
        lounge.followed.delete(header.id);
        break;
      case "send":
        lounge.post(() => this.owned(conversation, frame, me), "public", { kind: "operator", id: me.id }, me.id, frame);
        break;
      case "note":
        lounge.post(() => conversation, "internal", { kind: "operator", id: me.id }, me.id, frame);
        break;
      case "tag":
        server.putTag(conversation, me.id, frame.tag, frame.on);
        this.connection.send({ t: "done", rid: frame.rid });
        break;
      case "mentionSeen":
        server.looked.set(`${me.id} ${header.id}`, frame.seq);
        this.tellMentions();
        break;
      case "typing":
        server.typing(header.id, "operator", me.id, frame.on);
        break;
      case "seen":
        server.store.seen(conversation, "operator", frame.seq);
        break;
      case "fetch":
        lounge.fetch(conversation, frame.stream, frame.after);
        break;
      case "older":
        lounge.older(conversation, frame.stream, frame.before);
        break;
      case "edit":
      case "delete":
        this.correct(frame, conversation, me);
        break;
      case "take":
      case "giveBack":
      case "close":
      case "refuse":
      case "handover":
      case "accept":
      case "decline":
      case "takeover":
        this.command(frame, conversation, me);
        break;
    }
  }

  private correct(frame: Edit | Delete, conversation: StoredConversation, me: OperatorView): void {
    const { store, answered } = this.server;
    const message = conversation.public[frame.seq - 1];
    if (message?.body.type !== "message" || message.author.kind !== "operator" || message.author.id !== me.id) {
      this.refuse(frame, "message_unknown");
      return;
    }
    if (!answered.has(frame.rid)) {
      const { text, document } = { document: undefined, ...("text" in frame ? frame : { text: "" }) };
      const words = document === undefined ? { text } : { text: plainText(document), document };
      const { reply } = message.body;
      const beside = reply === undefined ? {} : { reply };
      const to: EventBody =
        frame.t === "delete" ? { type: "deleted" } : { type: "message", ...words, ...beside, editedAt: store.now() };
      answered.add(frame.rid);
      store.correct(conversation, message, to);
    }
    this.connection.send({ t: "done", rid: frame.rid });
  }

  private command(frame: Command, conversation: StoredConversation, me: OperatorView): void {
    const { server } = this;
    const { owner, version, state } = conversation.header;
    if (server.answered.has(frame.rid)) {
      this.connection.send({ t: "done", rid: frame.rid });
      return;
    }
    if (state === "closed") {
      this.refuse(frame, "conversation_closed");
    } else if (frame.t === "take" && owner !== null && owner !== me.id) {
      this.refuse(frame, "taken", { owner });
    } else if (!strangers.includes(frame.t) && owner !== me.id) {
      this.refuse(frame, "not_owner", { owner: owner ?? "", version: `${version}` });
    } else {
      server.answered.add(frame.rid);
      this.perform(frame, conversation, me);
      this.connection.send({ t: "done", rid: frame.rid });
    }
  }

  private perform(frame: Command, conversation: StoredConversation, me: OperatorView): void {
    const { server } = this;
    switch (frame.t) {
      case "take":
      case "accept":
      case "takeover":
        server.take(conversation, me.id);
        break;
      case "giveBack":
        server.giveBack(conversation);
        break;
      case "refuse":
        server.queue(conversation);
        break;
      case "handover":
        server.handOver(conversation, frame.to, frame.department, frame.note, frame.ask);
        break;
      case "decline":
        server.store.change(conversation, { transfer: null });
        break;
      case "close":
        server.finish(conversation, "operator");
        break;
    }
  }

  private owned(conversation: StoredConversation, frame: { cid: string }, me: OperatorView): StoredConversation | null {
    const { owner, version, state } = conversation.header;
    if (state === "closed") {
      this.lounge.refuse({ cid: frame.cid, code: "conversation_closed" });
      return null;
    }
    if (owner !== me.id) {
      this.lounge.refuse({ cid: frame.cid, code: "not_owner", params: { owner: owner ?? "", version: `${version}` } });
      return null;
    }
    return conversation;
  }

  private refuse(frame: object, code: string, params: Refused["params"] = {}): void {
    const { cid = null, rid = null } = frame as { cid?: string; rid?: string };
    this.lounge.refuse({ cid, rid, code, params });
  }
}
