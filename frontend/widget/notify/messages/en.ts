import type { Messages } from "@beseda/ui/i18n";
import type { NotifyKey } from "./ru";

export const en = {
  "notify.title": "Tell you when we answer?",
  "notify.text":
    "If the answer comes while the site is closed, your browser will show a notification. You can switch it off at any time in the menu of the conversation window.",
  "notify.allow": "Allow notifications",
  "notify.asking": "Answer your browser’s question…",
  "notify.no": "No, thanks",
  "notify.done": "Done: you will be told of the answer. You can close this window.",
  "notify.close": "Close",
  "notify.denied":
    "Your browser does not allow notifications from this address. You can change that: the icon left of the address above → Notifications.",
  "notify.unable":
    "This browser cannot show notifications of closed pages. On iPhone and iPad only pages added to the Home Screen can.",
  "notify.failed": "The notifications could not be switched on. Please try again.",
  "notify.lost":
    "The conversation window has been closed. Open it on the site and choose “Notify me of an answer” again.",
} satisfies Messages<NotifyKey>;
