import type { OperatorClient } from "@beseda/client";
import type { Conversation } from "@beseda/protocol";
import type { MantineColorScheme } from "@mantine/core";
import type { LucideIcon } from "lucide-react";
import type { PlainKey } from "../i18n/keys";
import type { Language, Texts } from "../i18n/texts";
import type { Me } from "../rest/types";
import type { Route } from "../shell/route";

/** What an action may look at and use. */
export interface ActionContext {
  readonly client: OperatorClient;
  readonly me: Me;
  readonly permissions: readonly string[];
  /** A service translates what is read and written. */
  readonly translates: boolean;
  readonly route: Route;
  /** The conversation the action is about: the open one. */
  readonly conversation: Conversation | null;
  readonly texts: Texts;
  readonly setScheme: (scheme: MantineColorScheme) => void;
  readonly setLanguage: (language: Language) => void;
  readonly signOut: () => Promise<void>;
}

export type ActionGroup = "conversation" | "request" | "list" | "state" | "go" | "look" | "me";

/** One thing an operator can do. Button, shortcut and command palette are three ways to the same object. */
export interface Action {
  readonly id: string;
  readonly group: ActionGroup;
  readonly label: PlainKey;
  readonly icon: LucideIcon;
  /** In the notation of Mantine's hotkeys; keys are places on the keyboard, so that they work in every layout. */
  readonly keys?: string;
  /** Out of place now: the button isn't shown, the key does nothing. */
  readonly available?: (context: ActionContext) => boolean;
  readonly perform: (context: ActionContext) => void | Promise<void>;
}

export function isAvailable(action: Action, context: ActionContext): boolean {
  return action.available?.(context) ?? true;
}
