import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Chat } from "../chat/chat";
import { useTexts } from "../i18n/texts";
import { emailed } from "../questions/judge";
import { type Contact, type Kind, kindsOf, type Left, leave, Refused, type Wanted, zoneHere } from "./requests";

/** What stands in the fields. Of calls: at an instant, as soon as possible (null), or at a time still to be chosen. */
export interface Draft extends Readonly<Record<Contact, string>> {
  /** All kinds share a draft: only with the id of one does it name a request. */
  readonly cid: string;
  readonly at: number | null | undefined;
  readonly answers: Readonly<Record<string, string>>;
}

/** A form being filled in, and what became of it. */
export interface Request {
  readonly draft: Draft;
  /** What is wrong, by field: code of a text. */
  readonly faults: ReadonlyMap<string, string>;
  /** What is wrong with the whole. */
  readonly trouble: Refused | null;
  /** The time that somebody else has taken meanwhile. */
  readonly taken: number | null;
  /** How often something was found wrong: each time the first fault is gone to. */
  readonly found: number;
  readonly sending: boolean;
  readonly left: Left | null;
  readonly change: (part: Partial<Draft>) => void;
  readonly answer: (field: string, value: string) => void;
  readonly send: (trap: string) => Promise<void>;
}

/** A form that came too fast is sent again so often. */
const tries = 4;
/** After so long, where the server does not say, milliseconds. */
const pause = 2000;

/** One form; what is written outlives the page until it is sent. */
export function useRequest(chat: Chat, kind: Kind, stamp: string): Request {
  const { language } = useTexts();
  const [draft, setDraft] = useState(() => keptBy(chat));
  const newestDraft = useRef(draft);
  const [faults, setFaults] = useState<ReadonlyMap<string, string>>(new Map());
  const [trouble, setTrouble] = useState<Refused | null>(null);
  const [taken, setTaken] = useState<number | null>(null);
  const [found, setFound] = useState(0);
  const [sending, setSending] = useState(false);
  const [left, setLeft] = useState<Left | null>(null);
  const newest = useRef(stamp);
  useLayoutEffect(() => {
    newest.current = stamp;
  }, [stamp]);

  const write = (part: Partial<Draft>) => {
    newestDraft.current = { ...newestDraft.current, ...part };
    setDraft(newestDraft.current);
    chat.notebook.keepRequest(JSON.stringify(newestDraft.current));
  };
  const forgive = (field: string) => {
    if (faults.has(field)) setFaults(new Map([...faults].filter(([other]) => other !== field)));
  };
  const wantedNow = (trap: string): Wanted => ({
    ...draft,
    cid: `${draft.cid}-${kind.id}`,
    phone: asked(kind, "phone") ? draft.phone : "",
    name: asked(kind, "name") ? draft.name.trim() : "",
    email: asked(kind, "email") ? draft.email.trim() : "",
    text: asked(kind, "text") ? draft.text.trim() : "",
    kind: kind.id,
    stamp: newest.current,
    trap,
    at: kind.nature === "call" ? (draft.at ?? null) : null,
    zone: zoneHere(),
    language,
    page: chat.page(),
    answers: Object.fromEntries(kind.fields.map(({ id }) => [id, draft.answers[`${kind.id}.${id}`] ?? ""])),
  });
  const refused = (why: Refused) => {
    setFound(found + 1);
    setTrouble(why.faults.size === 0 && why.code !== "slot_taken" ? why : null);
    if (why.code !== "slot_taken") return setFaults(new Map(why.faults));
    setTaken(newestDraft.current.at ?? null);
    write({ at: undefined });
    setFaults(new Map([["at", "taken"]]));
  };
  return {
    draft,
    faults,
    trouble,
    taken,
    found,
    sending,
    left,
    change(part) {
      for (const field of Object.keys(part)) forgive(field);
      write(part);
    },
    answer(field, value) {
      forgive(`answers.${field}`);
      write({ answers: { ...newestDraft.current.answers, [`${kind.id}.${field}`]: value } });
    },
    async send(trap) {
      if (sending) return;
      const wanted = wantedNow(trap);
      const wrong = judged(kind, wanted, draft.at);
      setFaults(wrong);
      setTrouble(null);
      setTaken(null);
      if (wrong.size > 0) return setFound(found + 1);
      setSending(true);
      try {
        setLeft(await leaveInTime(chat, wanted));
        chat.notebook.keepRequest(
          JSON.stringify({ ...blank(), name: draft.name, phone: draft.phone, email: draft.email }),
        );
        chat.notebook.keepRequesting("");
      } catch (why) {
        refused(why instanceof Refused ? why : new Refused("failed"));
      } finally {
        setSending(false);
      }
    },
  };
}

export function asked(kind: Kind, what: Contact): boolean {
  return kind.asks[what] !== "no";
}

/** A form that is sent sooner than people write, or with a stamp that is not known any more, waits and goes again by itself. */
async function leaveInTime(chat: Chat, wanted: Wanted): Promise<Left> {
  let { stamp } = wanted;
  for (let left = tries; ; left--) {
    try {
      return await leave(chat, { ...wanted, stamp });
    } catch (why) {
      const stale = why instanceof Refused && why.code === "form_stale";
      if (left <= 1 || !(why instanceof Refused) || !(stale || why.code === "form_too_fast")) throw why;
      if (stale) stamp = (await kindsOf(chat, wanted.language)).stamp;
      await new Promise((go) => setTimeout(go, why.retry ?? pause));
    }
  }
}

/** What the server would say of it, as far as it can be seen here. */
function judged(kind: Kind, wanted: Wanted, at: Draft["at"]): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  for (const each of ["name", "phone", "email", "text"] as const) {
    if (kind.asks[each] === "required" && wanted[each] === "") faults.set(each, "required");
  }
  if (wanted.phone !== "" && wanted.phone.replace(/\D/g, "").length < 8) faults.set("phone", "phone");
  if (wanted.email !== "" && !emailed(wanted.email)) faults.set("email", "email");
  if (kind.nature === "call" && at === undefined) faults.set("at", "time");
  const missing = kind.fields.filter(({ id, required }) => required && wanted.answers[id]?.trim() === "");
  for (const { id, type } of missing) faults.set(`answers.${id}`, type === "consent" ? "consent" : "required");
  return faults;
}

function blank(): Draft {
  const cid = crypto.getRandomValues(new Uint32Array(4)).reduce((text, part) => text + part.toString(36), "");
  return { cid: cid.padEnd(8, "0"), name: "", phone: "", email: "", text: "", at: null, answers: {} };
}

/** What was written before, else what is known of the visitor. */
function keptBy({ notebook, contact }: Chat): Draft {
  const { name, address } = contact.getState();
  const known = { ...blank(), name, email: emailed(address.trim()) ? address.trim() : "" };
  try {
    const kept = JSON.parse(notebook.request() ?? "{}") as Partial<Draft>;
    return { ...known, ...kept, answers: kept.answers ?? {}, at: "cid" in kept ? kept.at : null };
  } catch {
    return known;
  }
}
