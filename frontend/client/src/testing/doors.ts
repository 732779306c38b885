import type { Attachment, EventBody, Refused, Side, Stream, TextDocument, Top } from "@beseda/protocol";
import { isFormatted, plainText } from "../formatting/plain";
import { refusalOf, TEXT_LIMIT } from "../outbox/text";
import { type FakeStore, replay, type StoredConversation } from "./store";
import type { Connection } from "./wires";

interface Sent {
  cid: string;
  text: string;
  document?: TextDocument;
  reply?: number;
  files?: readonly string[];
}

/** What both doors of the fake server do alike, for one line. */
export class Lounge {
  /** Conversations whose events go to this line. */
  readonly followed = new Set<string>();

  constructor(
    readonly store: FakeStore,
    readonly connection: Connection,
    private readonly streams: readonly Stream[],
  ) {}

  /** Follows and sends what is missing after the positions; `null` asks for a snapshot. */
  follow(conversation: StoredConversation, after: (stream: Stream) => number | null): void {
    this.followed.add(conversation.header.id);
    for (const stream of this.streams) {
      this.connection.send(replay(conversation, stream, after(stream)));
    }
  }

  fetch(conversation: StoredConversation, stream: Stream, after: number): void {
    const top = conversation[stream].length;
    const events = conversation[stream].slice(after, after + 300);
    this.connection.send({
      t: "events",
      conversation: conversation.header.id,
      stream,
      reset: false,
      more: false,
      top,
      events,
    });
  }

  older(conversation: StoredConversation, stream: Stream, before: number): void {
    const from = Math.max(0, before - 1 - 50);
    const events = conversation[stream].slice(from, before - 1);
    this.connection.send({ t: "page", conversation: conversation.header.id, stream, more: from > 0, events });
  }

  beat(): void {
    const tops: Top[] = [...this.followed].flatMap((id) => {
      const found = this.store.conversations.get(id);
      const internal = this.streams.includes("internal") ? (found?.internal.length ?? 0) : 0;
      return found ? [{ conversation: id, public: found.public.length, internal }] : [];
    });
    this.connection.send({ t: "beat", now: this.store.now(), tops });
  }

  refuse(refused: Partial<Refused> & { code: string }): void {
    this.connection.send({ t: "refused", cid: null, rid: null, params: {}, retryMs: null, ...refused });
  }

  /** Stores a text and acknowledges it; a resend gets what was stored. */
  post(
    conversation: () => StoredConversation | null,
    stream: Stream,
    author: { kind: "visitor" } | { kind: "operator"; id: string },
    sender: string,
    { cid, text: sent, document, reply, files = [] }: Sent,
  ): void {
    const text = document ? plainText(document) : sent;
    const known = this.store.stored(sender, cid);
    const side: Side = author.kind;
    const refusal = refusalOf(text, TEXT_LIMIT[side]);
    const place = known || refusal ? null : conversation();
    if (refusal && !known) {
      this.refuse({ cid, code: refusal.code, params: refusal.params });
    } else if (known) {
      const { seq, at } = known.event;
      this.acknowledge(cid, known.conversation, known.stream, seq, at, true);
    } else if (place) {
      const words: EventBody = stream === "internal" ? { type: "note", text } : messageOf(text, document);
      const enclosed = files.length === 0 ? {} : { files: files.map(fileOf) };
      const body = { ...words, ...enclosed, ...(reply === undefined ? {} : { reply }) };
      const { seq, at } = this.store.append(place, stream, author, body, cid, sender);
      this.acknowledge(cid, place.header.id, stream, seq, at, false);
    }
  }

  private acknowledge(cid: string, conversation: string, stream: Stream, seq: number, at: number, dup: boolean): void {
    this.connection.send({ t: "ack", cid, conversation, stream, seq, at, dup });
  }
}

/** Nothing is known of a file but its id. */
function fileOf(id: string): Attachment {
  return { id, name: `${id}.pdf`, kind: "document", type: "application/pdf", size: 1, width: null, height: null };
}

function messageOf(text: string, document: TextDocument | undefined): EventBody {
  return document && isFormatted(document) ? { type: "message", text, document } : { type: "message", text };
}
