import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Chat } from "../chat/chat";

/** Tells the page's side how far the header reaches before its buttons: there the window is taken to be moved. */
export function useHandle(chat: Chat): RefObject<HTMLDivElement | null> {
  const who = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = who.current;
    const header = element?.parentElement;
    if (!element || !header || !chat.embedded) return;
    const watch = new ResizeObserver(() => {
      const width = element.offsetLeft + element.offsetWidth;
      if (width > 0) chat.handle(width, header.offsetHeight);
    });
    watch.observe(element);
    watch.observe(header);
    return () => watch.disconnect();
  }, [chat]);
  return who;
}
