import type { FromVisitor, ToVisitor } from "@beseda/protocol";
import type { ToLoader, ToPanel } from "../shared/port";

/** What the page may decide for itself, over what the site's settings say. */
export interface Rules {
  readonly show?: boolean;
  readonly sound?: boolean;
  readonly opens?: boolean;
  /** Whether invitations may appear. */
  readonly invites?: boolean;
}

/** What the loader learns. */
export type News = ToVisitor | ToLoader | { t: "shown"; open: boolean };

/** What the loader lends to the part that serves the page's script. */
export interface Lent {
  /** What the script said and nobody has done yet, oldest first. */
  readonly calls: unknown[];
  /** The loader's own corner of the page, in its closed shadow root. */
  readonly place: HTMLElement;
  now(): { readonly open: boolean; readonly count: number; readonly ready: boolean };
  open(open: boolean): void;
  shutdown(): void;
  rule(rules: Rules): void;
  /** To the server, by whichever line there is; false when there is none now. */
  send(news: FromVisitor & ToPanel): boolean;
  /** To the server by the loader's own line; false when the panel has it. */
  ask(frame: FromVisitor): boolean;
  /** To the panel, should there be one. */
  tell(message: ToPanel): void;
  hear?: (news: News) => void;
}
