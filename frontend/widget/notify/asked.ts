import { type Asking, agreed, question } from "../shared/notifying";

/** An opener that has not answered by now has been left, milliseconds. */
const patience = 3000;

/** The window that opened this one: what it asks for, and how it is told. */
export interface Asked {
  readonly asking: Asking;
  agree(): void;
}

/** Null where nobody answers. */
export function askOpener(own: Window = window): Promise<Asked | null> {
  const opener: Window | null = own.opener;
  if (opener === null) return Promise.resolve(null);
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const timer = setTimeout(resolve, patience, null);
    port1.onmessage = ({ data }: MessageEvent<Asking>) => {
      clearTimeout(timer);
      resolve({ asking: data, agree: () => port1.postMessage(agreed) });
    };
    opener.postMessage(question, own.location.origin, [port2]);
  });
}
