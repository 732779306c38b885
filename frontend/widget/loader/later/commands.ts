import type { Lent, Rules } from "../lent";
import { amount, type Check, callable, client, flag, maybe, named, one, parts, plain, text, values } from "./checks";
import { eventNames, type Listener, type Listeners } from "./listeners";
import type { Tell } from "./told";

/** What a page's script may ask for: what it has to give, in order, and what is done. */
interface Command {
  readonly takes: readonly Check[];
  // biome-ignore lint/suspicious/noExplicitAny: what is given was checked by `takes`.
  run(...given: any[]): void;
}

/** As many characters as the server takes in one message. */
const longestMessage = 4000;
const longestInvitation = 300;

const visitor = parts("visitor", {
  name: text("visitor.name", 200),
  email: text("visitor.email", 254),
  phone: text("visitor.phone", 50),
  company: text("visitor.company", 200),
  fields: values("visitor.fields", 30),
});

const rules = parts("rules", {
  invitations: flag("rules.invitations"),
  opening: flag("rules.opening"),
  sound: flag("rules.sound"),
  button: flag("rules.button"),
});

interface PageRules {
  readonly invitations?: boolean | null;
  readonly opening?: boolean | null;
  readonly sound?: boolean | null;
  readonly button?: boolean | null;
}

/** The commands by their names. */
export function commandsOf(lent: Lent, listeners: Listeners, tell: Tell): Readonly<Record<string, Command>> {
  let asked: PageRules = {};
  let hidden = false;
  let wanted = false;
  const button = lent.place.querySelector<HTMLElement>(".toggle");

  function rule(): void {
    const { sound, opening, invitations } = asked;
    const now: Rules = {
      ...((hidden || wanted) && { show: !hidden }),
      ...(typeof sound === "boolean" && { sound }),
      ...(typeof opening === "boolean" && { opens: opening }),
      ...(typeof invitations === "boolean" && { invites: invitations }),
    };
    lent.rule(now);
    if (button) button.style.display = asked.button === false ? "none" : "";
  }

  function hide(now: boolean): void {
    hidden = now;
    if (now && lent.now().open) lent.open(false);
    rule();
  }

  function open(): void {
    if (hidden) hide(false);
    lent.open(true);
  }

  return {
    open: { takes: [], run: open },
    close: { takes: [], run: () => lent.open(false) },
    toggle: { takes: [], run: () => (lent.now().open ? lent.open(false) : open()) },
    show: { takes: [], run: () => hide(false) },
    hide: { takes: [], run: () => hide(true) },
    sendMessage: {
      takes: [text("text", longestMessage)],
      run(words: string) {
        open();
        lent.tell({ t: "write", text: words });
      },
    },
    request: {
      takes: [maybe(named("kind"))],
      run(kind: string | number = "") {
        // Also where our own button is not shown, as while nobody is on line.
        wanted = true;
        hide(false);
        open();
        lent.tell({ t: "request", kind: `${kind}` });
      },
    },
    set: { takes: [values("values", 50)], run: (now: object) => tell.values(now) },
    setVisitor: { takes: [visitor], run: (said: object) => tell.visitor(said) },
    setField: {
      takes: [text("name", 60), plain("value")],
      run: (name: string, value: unknown) => tell.visitor({ fields: { [name]: value } }),
    },
    identify: { takes: [client], run: (who: object) => tell.client(JSON.stringify(who)) },
    logout: { takes: [], run: () => tell.client(null) },
    goal: {
      takes: [text("name", 64), amount("value")],
      run: (name: string, value?: number) => tell.goal(name, value ?? null),
    },
    invite: { takes: [text("text", longestInvitation)], run: (words: string) => tell.invite(words) },
    setRules: {
      takes: [rules],
      run(now: PageRules) {
        asked = { ...asked, ...now };
        rule();
      },
    },
    on: {
      takes: [one("event", eventNames), callable("listener")],
      run: (event: string, listener: Listener) => listeners.add(event, listener),
    },
    off: {
      takes: [one("event", eventNames), maybe(callable("listener"))],
      run: (event: string, listener?: Listener) => listeners.remove(event, listener),
    },
    shutdown: { takes: [], run: lent.shutdown },
  };
}
