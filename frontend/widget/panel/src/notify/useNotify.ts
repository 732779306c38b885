import { useEffect, useRef, useState } from "preact/hooks";
import { type Asking, agreed, type PushState, pushAddress, question } from "../../../shared/notifying";
import type { Chat } from "../chat/chat";
import { useTexts } from "../i18n/texts";

const size = "popup,width=420,height=480";

/** Whether the browser tells of answers when the site is closed. */
export interface Notify {
  /** Null until the server has said how it stands. */
  readonly offered: boolean | null;
  readonly on: boolean;
  readonly trouble: "notify.forbidden" | "notify.failed" | null;
  /** Opens the window that asks: a frame of another site's page may not. */
  ask(): void;
  stop(): void;
}

/** Without an answer it is not offered. */
const unknown: PushState = { offered: false, on: false, key: "" };

export function useNotify(chat: Chat): Notify {
  const { language } = useTexts();
  const [state, setState] = useState<PushState | null>(null);
  const [trouble, setTrouble] = useState<Notify["trouble"]>(null);
  useEffect(() => {
    let here = true;
    if (able()) void stateOf(chat).then((known) => here && setState(known));
    return () => {
      here = false;
    };
  }, [chat]);
  // The menu closes as the new window takes the focus: whoever asks there is answered all the same.
  const heard = useRef<AbortController | null>(null);
  const told = (on: boolean) => setState((known) => known && { ...known, on });
  return {
    offered: able() ? (state?.offered ?? null) : false,
    on: state?.on === true,
    trouble,
    ask() {
      heard.current?.abort();
      heard.current = new AbortController();
      const opened = openAsking(chat, language, heard.current.signal, () => told(true));
      setTrouble(opened ? null : "notify.forbidden");
    },
    stop() {
      call(chat, "DELETE").then(
        (answer) => {
          setTrouble(answer.ok ? null : "notify.failed");
          if (answer.ok) told(false);
        },
        () => setTrouble("notify.failed"),
      );
    },
  };
}

async function stateOf(chat: Chat): Promise<PushState> {
  try {
    const answer = await call(chat, "GET");
    return answer.ok ? ((await answer.json()) as PushState) : unknown;
  } catch {
    return unknown;
  }
}

/** A frame may not ask, but it knows whether the browser could. */
function able(): boolean {
  return window.isSecureContext && "PushManager" in window;
}

async function call(chat: Chat, method: "GET" | "DELETE"): Promise<Response> {
  const { token } = chat.client.getState();
  return fetch(pushAddress(chat.site), { method, headers: { "X-Beseda": "1", "X-Beseda-Token": token ?? "" } });
}

/** False when the browser opens no window. Its questions, also after a reload, are answered until `signal` ends. */
function openAsking(chat: Chat, language: string, signal: AbortSignal, done: () => void): boolean {
  const opened = window.open("/notify/", "beseda-notify", size);
  if (opened === null) return false;
  const { token, site } = chat.client.getState();
  const asking: Asking = {
    site: chat.site,
    token: token ?? "",
    page: chat.page(),
    language,
    accent: site?.accent ?? null,
  };
  const heard = ({ source, origin, data, ports: [port] }: MessageEvent) => {
    if (source !== opened || origin !== location.origin || data !== question || port === undefined) return;
    port.onmessage = (news) => news.data === agreed && done();
    port.postMessage(asking);
  };
  window.addEventListener("message", heard, { signal });
  opened.focus();
  return true;
}
