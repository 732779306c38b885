import type { OperatorState } from "@beseda/protocol";
import {
  Archive,
  ArrowDown,
  ArrowUp,
  BookOpen,
  ChartColumn,
  CircleDot,
  CircleMinus,
  CircleSlash,
  CornerDownRight,
  CornerUpRight,
  Footprints,
  Inbox,
  Keyboard,
  Languages,
  LogOut,
  MessagesSquare,
  Moon,
  Presentation,
  Search,
  Settings,
  Sun,
  SunMoon,
  UsersRound,
} from "lucide-react";
import type { Language } from "../i18n/texts";
import { navigate } from "../shell/route";
import { signal } from "../shell/signals";
import type { Action } from "./action";

const inArchive: NonNullable<Action["available"]> = ({ route }) => route.page === "archive";
const inLists: NonNullable<Action["available"]> = ({ route }) =>
  route.page === "conversations" || route.page === "archive" || route.page === "requests";

export const next: Action = {
  id: "next",
  group: "list",
  label: "action.next",
  icon: ArrowDown,
  keys: "J",
  available: inLists,
  perform: () => signal("next"),
};

export const previous: Action = {
  id: "previous",
  group: "list",
  label: "action.previous",
  icon: ArrowUp,
  keys: "K",
  available: inLists,
  perform: () => signal("previous"),
};

export const search: Action = {
  id: "search",
  group: "list",
  label: "action.search",
  icon: Search,
  keys: "/",
  available: inLists,
  perform: () => signal("search"),
};

export const nextHit: Action = {
  id: "nextHit",
  group: "list",
  label: "action.nextHit",
  icon: CornerDownRight,
  keys: "G",
  available: inArchive,
  perform: () => signal("nextHit"),
};

export const previousHit: Action = {
  id: "previousHit",
  group: "list",
  label: "action.previousHit",
  icon: CornerUpRight,
  keys: "shift+G",
  available: inArchive,
  perform: () => signal("previousHit"),
};

const stateIcons = { online: CircleDot, away: CircleMinus, off: CircleSlash } as const;

function stateAction(state: OperatorState): Action {
  return {
    id: `state.${state}`,
    group: "state",
    label: `action.state.${state}`,
    icon: stateIcons[state],
    available: ({ client, me }) => client.getState().operators[me.id]?.state !== state,
    perform: ({ client }) => client.setState(state),
  };
}

export const states = { online: stateAction("online"), away: stateAction("away"), off: stateAction("off") } as const;

export const goConversations: Action = {
  id: "go.conversations",
  group: "go",
  label: "action.goConversations",
  icon: MessagesSquare,
  keys: "shift+D",
  available: ({ route }) => route.page !== "conversations",
  perform: () => navigate({ page: "conversations", conversation: null }),
};

export const goOperators: Action = {
  id: "go.operators",
  group: "go",
  label: "action.goOperators",
  icon: UsersRound,
  keys: "shift+O",
  available: ({ route }) => route.page !== "operators",
  perform: () => navigate({ page: "operators" }),
};

export const goBoard: Action = {
  id: "go.board",
  group: "go",
  label: "action.goBoard",
  icon: Presentation,
  keys: "shift+W",
  available: ({ route, permissions }) => route.page !== "board" && permissions.includes("read_all"),
  perform: () => navigate({ page: "board" }),
};

export const goVisitors: Action = {
  id: "go.visitors",
  group: "go",
  label: "action.goVisitors",
  icon: Footprints,
  keys: "shift+V",
  available: ({ route }) => route.page !== "visitors",
  perform: () => navigate({ page: "visitors", visitor: null }),
};

export const goRequests: Action = {
  id: "go.requests",
  group: "go",
  label: "action.goRequests",
  icon: Inbox,
  keys: "shift+Q",
  available: ({ route }) => route.page !== "requests",
  perform: () => navigate({ page: "requests", request: null }),
};

export const goArchive: Action = {
  id: "go.archive",
  group: "go",
  label: "action.goArchive",
  icon: Archive,
  keys: "shift+A",
  available: ({ route, permissions }) => route.page !== "archive" && permissions.includes("read_all"),
  perform: () => navigate({ page: "archive", conversation: null }),
};

export const goReports: Action = {
  id: "go.reports",
  group: "go",
  label: "action.goReports",
  icon: ChartColumn,
  keys: "shift+P",
  available: ({ route, permissions }) => route.page !== "reports" && permissions.includes("read_all"),
  perform: () => navigate({ page: "reports", part: null }),
};

export const goKnowledge: Action = {
  id: "go.knowledge",
  group: "go",
  label: "action.goKnowledge",
  icon: BookOpen,
  keys: "shift+K",
  available: ({ route }) => route.page !== "knowledge",
  perform: () => navigate({ page: "knowledge", article: null }),
};

export const goSettings: Action = {
  id: "go.settings",
  group: "go",
  label: "action.goSettings",
  icon: Settings,
  keys: "shift+S",
  available: ({ route }) => route.page !== "settings",
  perform: () => navigate({ page: "settings", section: null, item: null }),
};

export const keys: Action = {
  id: "keys",
  group: "go",
  label: "action.keys",
  icon: Keyboard,
  keys: "shift+/",
  perform: () => signal("keys"),
};

export const palette: Action = {
  id: "palette",
  group: "go",
  label: "action.palette",
  icon: Search,
  keys: "mod+K",
  perform: () => signal("palette"),
};

const schemes = [
  { scheme: "light", label: "action.themeLight", icon: Sun },
  { scheme: "dark", label: "action.themeDark", icon: Moon },
  { scheme: "auto", label: "action.themeSystem", icon: SunMoon },
] as const;

export const themes: readonly Action[] = schemes.map(({ scheme, label, icon }) => ({
  id: `theme.${scheme}`,
  group: "look",
  label,
  icon,
  perform: ({ setScheme }) => setScheme(scheme),
}));

const tongues: readonly Language[] = ["ru", "en", "uk"];

export const languages: readonly Action[] = tongues.map((language) => ({
  id: `language.${language}`,
  group: "look",
  label: `language.${language}`,
  icon: Languages,
  available: ({ texts }) => texts.language !== language,
  perform: ({ setLanguage }) => setLanguage(language),
}));

export const signOut: Action = {
  id: "signOut",
  group: "me",
  label: "action.signOut",
  icon: LogOut,
  perform: (context) => context.signOut(),
};
