import type { Chat } from "../chat/chat";
import { later } from "../parts/later";
import { useWatched } from "../parts/watched";

const Pad = later(() => import("./Pad").then((file) => file.Pad));

/** The buttons that move the window, while the visitor wants them. */
export function Placing({ chat }: { readonly chat: Chat }) {
  const placing = useWatched(chat.placing);
  const movable = useWatched(chat.movable);
  return placing && movable ? <Pad chat={chat} /> : null;
}
