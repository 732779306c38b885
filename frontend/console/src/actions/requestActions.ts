import {
  ArrowRightLeft,
  Check,
  Clock,
  Hand,
  type LucideIcon,
  MessagesSquare,
  PhoneCall,
  PhoneMissed,
  PhoneOff,
  StickyNote,
} from "lucide-react";
import type { PlainKey } from "../i18n/keys";
import { type RequestSignal, signal } from "../shell/signals";
import type { Action } from "./action";

/** What is done with the open request: its page knows whether it can be done now. */
const one = (name: RequestSignal, label: PlainKey, icon: LucideIcon, keys: string): Action => ({
  id: `request.${name}`,
  group: "request",
  label,
  icon,
  keys,
  available: ({ route }) => route.page === "requests" && route.request !== null,
  perform: () => signal(`request.${name}`),
});

export const takeRequest = one("take", "action.take", Hand, "T");
export const reached = one("reached", "requests.reached", PhoneCall, "R");
export const noAnswer = one("noAnswer", "requests.noAnswer", PhoneMissed, "U");
export const wrongNumber = one("wrongNumber", "requests.wrongNumber", PhoneOff, "W");
export const doneRequest = one("done", "requests.done", Check, "shift+E");
export const putOff = one("putOff", "requests.putOff", Clock, "Z");
export const requestNote = one("note", "requests.note", StickyNote, "N");
export const handOverRequest = one("handOver", "action.handOver", ArrowRightLeft, "shift+H");
export const requestConversation = one("conversation", "requests.conversation", MessagesSquare, "O");

export const requestActions: readonly Action[] = [
  takeRequest,
  reached,
  noAnswer,
  wrongNumber,
  doneRequest,
  putOff,
  requestNote,
  handOverRequest,
  requestConversation,
];
