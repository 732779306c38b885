import { currentThread, todays, type VisitorSnapshot } from "@beseda/client";
import type { Chat } from "../chat/chat";
import { later } from "../parts/later";

const Rating = later(() => import("./Rating").then((file) => file.Rating));

interface Properties {
  readonly chat: Chat;
  readonly snapshot: VisitorSnapshot;
}

/** After the end, where the site asks what the visitor thinks of the help. */
export function Ended({ chat, snapshot }: Properties) {
  const scale = snapshot.site?.rating ?? "off";
  const last = todays(snapshot).at(-1);
  if (scale === "off" || currentThread(snapshot) !== null || last?.header.operator == null) return null;
  return <Rating key={last.header.id} client={chat.client} thread={last} scale={scale} />;
}
