import { greeting, type ToLoader, type ToPanel } from "../shared/port";

/** A panel that has not said a word by now does not come, milliseconds. */
const patience = 10_000;

/** The panel in its frame, from the loader's side. */
export interface Panel {
  readonly frame: HTMLIFrameElement;
  say(message: ToPanel): void;
  end(): void;
}

/**
 * Makes the frame and hands it one end of a channel, addressed to our origin exactly: should anything else ever stand in
 * the frame, it gets nothing. A panel that loads itself anew is greeted again.
 */
export function makePanel(
  base: string,
  site: string,
  start: () => ToPanel,
  heard: (message: ToLoader) => void,
  failed: () => void,
): Panel {
  const frame = document.createElement("iframe");
  const timer = setTimeout(failed, patience);
  let port: MessagePort | undefined;
  let early: ToPanel[] = [];
  const say = (message: ToPanel) => (port ? port.postMessage(message) : early.push(message));
  frame.src = `${base}/panel/?site=${site}`;
  frame.referrerPolicy = "origin";
  frame.allow = "geolocation";
  frame.onload = () => {
    const { port1, port2 } = new MessageChannel();
    port?.close();
    port = port1;
    port.onmessage = ({ data }) => {
      clearTimeout(timer);
      heard(data);
    };
    frame.contentWindow?.postMessage(greeting, base, [port2]);
    say(start());
    early.forEach(say);
    early = [];
  };
  return {
    frame,
    say,
    end() {
      clearTimeout(timer);
      port?.close();
      frame.remove();
    },
  };
}
