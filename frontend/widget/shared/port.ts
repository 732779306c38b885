import type { Page, SiteLook } from "@beseda/protocol";
import type { Place, Step } from "./place";

/**
 * What the loader on the customer's page and the panel in its frame say to each other.
 *
 * The loader makes a channel and hands one end to the frame with {@link greeting}, addressed to our origin exactly; the
 * panel takes it only from the window that embeds it. Everything afterwards goes through the channel, which nobody else
 * on the page can listen to.
 */
export type ToPanel =
  /** The first one. `language`: as the snippet says; `open` and `focus` as below. */
  | { t: "start"; kept: Kept; page: Page; language: string | null; open: boolean; focus: boolean }
  | { t: "page"; page: Page }
  /** What the site's script tells of the visitor, as a JSON object. */
  | { t: "values"; values: string }
  /** What the site's script says of its own client, as a JSON object; null: they signed out. */
  | { t: "identify"; client: string | null }
  /** The site's script says that the visitor did what the site wants. */
  | { t: "goal"; name: string; value: number | null }
  /** The site's script speaks for the visitor. */
  | { t: "write"; text: string }
  /** The page asks for the form of a kind of requests; empty: whatever kinds there are. */
  | { t: "request"; kind: string }
  /** The window was shown or hidden; `focus`: by the visitor, who wants to type now. */
  | { t: "open"; open: boolean; focus: boolean }
  /** The window can be moved; on a phone it is the whole screen. */
  | { t: "movable"; movable: boolean };

export type ToLoader =
  /** The panel holds the line: the loader gives up its own. */
  | { t: "alive" }
  /** To be kept on the page's side in place of what is kept there now. */
  | { t: "keep"; part: Kept }
  | { t: "unread"; count: number }
  /** Something came that deserves a sound. */
  | { t: "chime" }
  /** Something the page's script may want to know; never what was said. */
  | { t: "event"; event: PanelEvent }
  /** An introduction that was not taken. */
  | { t: "unidentified"; code: string }
  /** How much of the header, from its left upper corner, the window can be taken by, CSS pixels. */
  | { t: "handle"; width: number; height: number }
  /** The window is moved or its size changed without a pointer. */
  | { t: "step"; step: Step }
  /** The visitor wants the window away. */
  | { t: "close" }
  /** The server's last word: nothing is to be drawn any more (4403, 4404, 4410). */
  | { t: "refused"; code: number };

/** What happens in the conversation, for the page's script: whoever else has a script there learns no words of it. */
export type PanelEvent =
  | { readonly name: "message"; readonly from: "visitor" | "operator" }
  /** Who answers from now on; null: nobody. */
  | { readonly name: "operator"; readonly operator: { readonly name: string; readonly title: string } | null }
  | { readonly name: "ended"; readonly by: "visitor" | "operator" | "system" }
  | { readonly name: "rated"; readonly score: number };

/** What the customer's page remembers for this visitor; all of it may be missing. */
export interface Kept {
  /** The server's name for this browser on this site. */
  readonly visit?: string | null;
  /** The look as last known, so that nothing is drawn late or in a wrong colour. */
  readonly site?: SiteLook | null;
  /** The visitor's own choices; null leaves it to the site. */
  readonly sound?: boolean | null;
  readonly language?: string | null;
  /** What the panel could not keep itself, because the browser blocks storage of frames. */
  readonly panel?: Readonly<Record<string, string>>;
  /** Where the visitor has put the window; null leaves it in the site's corner. */
  readonly place?: Place | null;
  /** The same as styles, so that the next page shows it there at once. */
  readonly at?: string;
  /** When a tab last made a sound, epoch milliseconds: ten tabs are not to ring together. */
  readonly chimed?: number;
}

/** The only thing ever posted to a window; the port comes with it. */
export const greeting = "beseda:port:1";
