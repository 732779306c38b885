import { currentThread, type VisitorSnapshot } from "@beseda/client";
import type { Chat } from "../chat/chat";
import { later } from "../parts/later";
import { useWatched } from "../parts/watched";

const Question = later(() => import("./Cities").then((file) => file.Question));
const Picker = later(() => import("./Cities").then((file) => file.Picker));

interface Properties {
  readonly chat: Chat;
  readonly snapshot: VisitorSnapshot;
}

/** Asks, until somebody answers, whether the visitor is in the city he seems to be in; and lets him choose another at any time. */
export function City({ chat, snapshot }: Properties) {
  const choosing = useWatched(chat.choosingCity);
  const { cityAsked } = useWatched(chat.choices);
  const { place } = snapshot;
  if (choosing) return <Picker chat={chat} snapshot={snapshot} />;
  const answered = currentThread(snapshot)?.header.state === "active";
  return place?.ask && place.city !== null && !cityAsked && !answered ? (
    <Question chat={chat} city={place.city} region={place.region} />
  ) : null;
}
