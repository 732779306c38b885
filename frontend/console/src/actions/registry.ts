import type { Action } from "./action";
import { answer, close, giveBack, note, take, takeNext, visitorCard } from "./conversationActions";
import {
  goConversations,
  goSettings,
  keys,
  languages,
  next,
  palette,
  previous,
  search,
  signOut,
  states,
  themes,
} from "./shellActions";

/** Everything an operator can do, in the order of the palette and of the page of shortcuts. */
export const actions: readonly Action[] = [
  take,
  answer,
  note,
  giveBack,
  close,
  visitorCard,
  takeNext,
  next,
  previous,
  search,
  states.online,
  states.away,
  states.off,
  goConversations,
  goSettings,
  palette,
  keys,
  ...themes,
  ...languages,
  signOut,
];
