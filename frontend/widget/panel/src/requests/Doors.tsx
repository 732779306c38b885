import type { Chat } from "../chat/chat";
import { useWatched } from "../parts/watched";
import { KindList } from "./KindList";
import { useKinds } from "./useKinds";

/** On the first screen: what else one may do than ask. */
export function Doors({ chat }: { readonly chat: Chat }) {
  const kinds = useKinds(chat, useWatched(chat.client).token);
  // Whoever gets none asks: nothing to tell.
  if (kinds === null || kinds === "lost") return null;
  return <KindList brief kinds={kinds.kinds} choose={chat.request} />;
}
