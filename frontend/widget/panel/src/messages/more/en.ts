import type { Messages } from "@beseda/ui/i18n";
import type { MoreKey } from "./ru";

export const en = {
  "placing.title": "Place and size of the window",
  "placing.left": "Move left",
  "placing.right": "Move right",
  "placing.up": "Move up",
  "placing.down": "Move down",
  "placing.larger": "Larger",
  "placing.smaller": "Smaller",
  "placing.home": "Back to its corner",
  "placing.keys":
    "Arrows move the window, Shift with an arrow changes its size. You can also drag it by its header and edges.",
  "placing.done": "Done",
  "menu.sound": "Sound",
  "menu.language": "Language",
  "menu.placing": "Place and size of the window",
  "menu.window": "Open in a new window",
  "menu.windowForbidden": "The browser did not open the window. Allow pop-ups for this site.",
  "menu.city": "Your city",
  "menu.cityNamed": "City: {city}",
  "menu.end": "End the conversation",
  "menu.endSure": "End the conversation?",
  "menu.endYes": "End",
  "menu.endNo": "Stay",
  "menu.endFailed": "It could not be ended. Please try again.",
  "menu.requests": "Leave a request…",
  "notify.menu": "Notify me of an answer",
  "notify.offer": "Or let your browser tell you when we answer",
  "notify.agreed": "You will get a notification when we answer.",
  "notify.forbidden": "Your browser did not open the window. Allow pop-ups for this site.",
  "notify.failed": "That did not work. Please try again.",
} satisfies Messages<MoreKey>;
