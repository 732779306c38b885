/** Fetched by the loader where WebSocket is forbidden: few page views pay for it. */
export { browserLongPoll as longPoll } from "@beseda/client";
