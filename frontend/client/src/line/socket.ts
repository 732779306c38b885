import type { Network, Socket } from "../environment";
import { frameOf, type Wire, type WireListener } from "./wire";

/** A wire over WebSocket; `url` begins with http and is turned into ws here. */
export function openSocketWire(environment: Network, url: string, listener: WireListener): Wire {
  let over = false;
  let socket: Socket | null = null;
  const lose = (code: number) => {
    if (!over) {
      over = true;
      listener.lost(code);
    }
  };
  try {
    socket = environment.openSocket(url.replace(/^http/, "ws"));
    socket.onopen = () => over || listener.opened();
    socket.onmessage = ({ data }) => {
      const frame = over ? null : parse(data);
      if (frame) {
        listener.frame(frame);
      }
    };
    socket.onclose = ({ code }) => lose(code);
  } catch {
    environment.after(0, () => lose(0));
  }
  return {
    send: (frame) => socket?.send(JSON.stringify(frame)),
    end() {
      over = true;
      socket?.close();
    },
  };
}

function parse(data: unknown) {
  try {
    return frameOf(JSON.parse(String(data)));
  } catch {
    return null;
  }
}
