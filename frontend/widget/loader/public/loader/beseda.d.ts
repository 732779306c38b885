/**
 * What a page may say to Beseda: `Beseda("open")`. Works before the script has come, if the page begins with the snippet of
 * the settings; never throws: what is wrong stands on the browser's console. See docs/site-api.md.
 */
interface BesedaApi {
  /** Shows the window. */
  (command: "open"): void;
  /** Collapses the window. */
  (command: "close"): void;
  /** Shows the window, or collapses it. */
  (command: "toggle"): void;
  /** Takes button and window off the page until `show` or `open`, or the next page. */
  (command: "hide"): void;
  (command: "show"): void;
  /** Opens the window and sends 1 to 4,000 characters as the visitor's own words. */
  (command: "sendMessage", text: string): void;
  /** Opens the window with the form of a kind of requests, by its id (Settings → Requests); without one, whatever kinds there are. */
  (command: "request", kind?: string | number): void;
  /** Tells what rules of invitations ask for; replaces what was told before. 50 values at most. */
  (command: "set", values: Record<string, BesedaPlain | null | undefined>): void;
  /** Tells operators of the visitor; fills what is empty and never replaces what an operator wrote or what was signed. */
  (command: "setVisitor", visitor: BesedaVisitor): void;
  /** One field beside the conversation, by a name of your own. */
  (command: "setField", name: string, value: BesedaPlain): void;
  /** Names the client who is signed in to the site. */
  (command: "identify", client: BesedaClient): void;
  /** The client signed out: whoever sits at this browser next sees nothing of the conversation. */
  (command: "logout"): void;
  /** The visitor did what the site wants; `value` in whatever you count. */
  (command: "goal", name: string, value?: number): void;
  /** Invites the visitor now, in the name of an operator who is on line; 300 characters at most. */
  (command: "invite", text: string): void;
  /** What the window may do by itself on this page; what is left out stays as it was. */
  (command: "setRules", rules: BesedaRules): void;
  /** Calls `listener` whenever that happens. */
  <Name extends keyof BesedaEvents>(
    command: "on",
    event: Name,
    listener: (detail: BesedaEvents[Name]) => unknown,
  ): void;
  /** Stops calling it; without a listener, all of them. */
  <Name extends keyof BesedaEvents>(
    command: "off",
    event: Name,
    listener?: (detail: BesedaEvents[Name]) => unknown,
  ): void;
  /** Takes everything away until the next page. */
  (command: "shutdown"): void;
  /** What was said before the script came. */
  q?: ArrayLike<unknown>[];
}

type BesedaPlain = string | number | boolean;

interface BesedaVisitor {
  name?: string | null;
  email?: string | null;
  phone?: string | null;
  company?: string | null;
  /** By your own names, 30 at most. */
  fields?: Record<string, BesedaPlain | null | undefined> | null;
}

/** Signed by the site's server (`token`, or `id` with `hash`), or only said (`id`). */
type BesedaClient = { token: string } | (BesedaVisitor & { id: string | number; hash?: string });

interface BesedaRules {
  /** Invitations may appear. */
  invitations?: boolean | null;
  /** The collapsed window may open by itself when an answer comes. */
  opening?: boolean | null;
  /** An answer may make a sound; the visitor's own choice counts more. */
  sound?: boolean | null;
  /** The round button is there; without it the page opens the window by something of its own. */
  button?: boolean | null;
}

/** What a listener is given; never what was said, which other scripts of the page are not to know. */
interface BesedaEvents {
  /** The button can be used; a listener that comes late is called at once. */
  ready: undefined;
  open: undefined;
  close: undefined;
  /** So many answers are unread now. */
  unread: { count: number };
  /** A message came or went, once the visitor has had the window on this page. */
  message: { from: "visitor" | "operator" };
  /** Who answers from now on. */
  operator: { operator: { name: string; title: string } | null };
  ended: { by: "visitor" | "operator" | "system" };
  /** From 1, the worst, to 5; a thumb is 1 or 5. */
  rated: { score: number };
}

declare var Beseda: BesedaApi;

interface Window {
  Beseda: BesedaApi;
}
