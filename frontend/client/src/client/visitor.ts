import type { FieldAnswer, Goal, Identify, ToVisitor, VisitorHello, VisitorSend } from "@beseda/protocol";
import type { Environment } from "../environment";
import * as CODES from "../line/codes";
import { currentThread, nextAbove } from "../state/day";
import {
  EMPTY_VISITOR,
  expireVisitorTyping,
  markVisitorSeen,
  reduceVisitor,
  visitorOlder,
  visitorPositions,
} from "../state/visitor";
import { createCore } from "./core";
import type { VisitorClient, VisitorOptions } from "./types";

/** The visitor's window without its pixels. Opens the line at once. */
export function createVisitorClient(environment: Environment, options: VisitorOptions): VisitorClient {
  const { base, site, visit, screen, language, timeZone, reload, forgotten, unidentified } = options;
  const tab = environment.newId();
  const token = keptToken(environment, site);
  let page = options.page;
  let department: string | null = null;
  let values: string | null = null;
  const unsaid: (Identify | Goal)[] = [];

  const core = createCore(environment, {
    side: "visitor",
    base,
    scope: `visitor/${site}`,
    initial: { ...EMPTY_VISITOR, visit, token: token.get() },
    query: () => `site=${encodeURIComponent(site)}`,
    hello: (state): VisitorHello => ({
      t: "hello",
      protocol: 1,
      role: "panel",
      visit: state.visit,
      token: state.token,
      epoch: state.epoch,
      positions: visitorPositions(state),
      page,
      screen,
      language,
      timeZone,
      tab,
      agent: null,
    }),
    reduce: (state, frame: ToVisitor, now) => reduceVisitor(state, frame, now),
    marked: (state, conversation, seq) => markVisitorSeen(state, conversation, "visitor", seq),
    expireTyping: expireVisitorTyping,
    logOf: (state, conversation) => state.threads[conversation]?.log,
    older: visitorOlder,
    sendFrame: ({ conversation, cid, text, files }): VisitorSend => ({
      t: "send",
      conversation,
      cid,
      text,
      department,
      ...(files ? { files: files.map(({ id }) => id) } : {}),
    }),
    lane: () => "",
    received(frame, state) {
      if (frame.t === "unidentified") unidentified(frame.code);
      if (frame.t !== "welcome") return;
      token.set(state.token);
      tell();
      saySaid();
    },
    lost(code) {
      if (code === CODES.signedOut) forgotten();
    },
    reload,
  });

  const tell = () => values !== null && core.send({ t: "values", values });
  /** Each said once: the server keeps it. */
  const saySaid = () => {
    while (unsaid[0] && core.send(unsaid[0])) unsaid.shift();
  };

  return {
    ...core,
    send: (text, files) =>
      core.submit(text, currentThread(core.getState())?.header.id ?? null, "public", files?.length ? { files } : {}),
    consent: (conversation, agreed) => core.command({ t: "consent", conversation, agreed }),
    async leaveAddress(name, address) {
      await core.command({ t: "address", name, address });
      core.update((state) => ({ ...state, reachable: true }));
    },
    async answer(answers, agrees) {
      await core.command({ t: "answers", answers, agrees });
      const reaches = ({ field, value }: FieldAnswer) => (field === "email" || field === "phone") && value !== "";
      if (answers.some(reaches)) core.update((state) => ({ ...state, reachable: true }));
    },
    findCity: (prefix) => core.command({ t: "findCity", prefix }),
    sayCity: (city, region) => core.command({ t: "city", city, region }),
    locate: (latitude, longitude) => core.command({ t: "location", latitude, longitude }),
    above() {
      const next = nextAbove(core.getState());
      if (next === null) return;
      if ("older" in next) {
        core.older(next.older);
        return;
      }
      core.update((state) => ({ ...state, loading: true }));
      core
        .command({ t: "earlier", before: next.before })
        .catch(() => core.update((state) => ({ ...state, loading: false })));
    },
    rate: (conversation, score, comment) => core.command({ t: "rate", conversation, score, comment }),
    mail: (conversation, email, language) => core.command({ t: "transcript", conversation, email, language }),
    end: (conversation) => core.command({ t: "end", conversation }),
    setDepartment(next) {
      department = next;
    },
    setPage(next) {
      page = next;
      core.send({ t: "page", page });
    },
    setValues(next) {
      values = next;
      tell();
    },
    identify(client) {
      unsaid.push({ t: "identify", client });
      saySaid();
    },
    reach(name, value) {
      unsaid.push({ t: "goal", name, value });
      saySaid();
    },
  };
}

/** The secret that makes this browser the same visitor tomorrow. */
function keptToken({ storage }: Environment, site: string) {
  const key = `beseda/token/${site}`;
  return {
    get(): string | null {
      try {
        return storage?.getItem(key) ?? null;
      } catch {
        return null;
      }
    },
    set(token: string | null): void {
      try {
        if (token === null) {
          storage?.removeItem(key);
        } else {
          storage?.setItem(key, token);
        }
      } catch {
        // Blocked storage: the visitor is known as long as the page lives.
      }
    },
  };
}
