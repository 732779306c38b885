import type { Messages } from "@beseda/ui/i18n";
import type { goals as reference } from "../ru/goals";

export const goals = {
  "settings.goals": "Goals",
  "settings.goalsWords": "goals order conversion page thank you funnel address",
  "goals.lead":
    "A page that is seen by whoever did what you want: placed an order, sent a form. Counted once a visit, with a conversation and without, in the reports.",
  "goals.none": "No page is a goal yet. The site may also tell of goals itself, from its script.",
  "goals.add": "Add a page",
  "goals.unnamed": "Goal {number}",
  "goals.remove": "Remove the goal “{name}”",
  "goals.page": "Address of the page",
  "goals.pageHint": "A star stands for any characters: /thanks*, shop.example/order/*/done",
  "goals.name": "Name of the goal",
  "goals.value": "What it is worth",
  "goals.valueHint": "Optional; in whatever the site counts",
} as const satisfies Messages<keyof typeof reference>;
