import { useEffect } from "react";
import { useClient, useConsole } from "../shell/line";

/** Whoever has the conversation before them has seen the notes in which they are mentioned. */
export function useMentionsSeen(conversation: string, last: number): void {
  const client = useClient();
  const mentions = useConsole((state) => state.mentions);
  useEffect(() => {
    const seqs = mentions.filter((each) => each.conversation === conversation).map(({ seq }) => seq);
    const newest = Math.max(0, ...seqs.filter((seq) => seq <= last));
    if (newest === 0) return;
    const look = () => {
      if (document.visibilityState === "visible" && document.hasFocus()) client.mentionSeen(conversation, newest);
    };
    look();
    document.addEventListener("visibilitychange", look);
    window.addEventListener("focus", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("focus", look);
    };
  }, [client, conversation, mentions, last]);
}
