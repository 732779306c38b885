import type { Chat } from "../chat/chat";
import { later } from "../parts/later";
import { useWatched } from "../parts/watched";

const TranscriptForm = later(() => import("./TranscriptForm").then((file) => file.TranscriptForm));

/** Asks where to send a conversation that the visitor wants by e-mail. */
export function Transcript({ chat }: { readonly chat: Chat }) {
  const mailing = useWatched(chat.mailing);
  return mailing && <TranscriptForm key={mailing.since} chat={chat} conversation={mailing.conversation} />;
}
