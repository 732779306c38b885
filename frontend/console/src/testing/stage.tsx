import { browserEnvironment, createOperatorClient } from "@beseda/client";
import { FakeServer } from "@beseda/client/testing";
import { createRoot } from "react-dom/client";
import { App } from "../App";
import { loadTexts } from "../i18n/texts";
import { FakeRest, type RestScene } from "./fakeRest";

/** The whole console on a page of the test, with a server in memory behind it. */
export interface Stage {
  readonly server: FakeServer;
  readonly rest: FakeRest;
  /** Waits until something is on the page; fails with what is there instead. */
  readonly find: (selector: string, text?: string) => Promise<HTMLElement>;
  readonly click: (selector: string, text?: string) => Promise<void>;
  /** Types into a field as a person would, replacing what was there. */
  readonly type: (selector: string, text: string) => Promise<void>;
  readonly press: (selector: string, key: string) => Promise<void>;
  readonly until: (holds: () => boolean) => Promise<void>;
  readonly leave: () => void;
}

const deadline = 50_000;

export async function openConsole(
  path: string,
  scene: Partial<RestScene>,
  prepare: (server: FakeServer) => void = () => undefined,
): Promise<Stage> {
  localStorage.clear();
  // Fields that grow with their text wait for fonts, which the page of a test has none of.
  Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });
  history.replaceState(null, "", path);
  const server = new FakeServer(browserEnvironment());
  prepare(server);
  const rest = new FakeRest(server, { setupNeeded: false, signedIn: true, broken: null, ...scene }, "olga");
  globalThis.fetch = ((address: string, init?: RequestInit) => rest.fetch(address, init)) as typeof fetch;
  const place = document.createElement("div");
  document.body.append(place);
  const root = createRoot(place);
  const texts = await loadTexts("ru");
  root.render(
    <App
      texts={texts}
      connect={(account, onSignedOut) =>
        createOperatorClient(server.environment(browserEnvironment()), {
          base: "https://chat.example",
          account,
          ticket: async () => account,
          onSignedOut,
          reload: () => undefined,
        })
      }
    />,
  );

  const until = async (holds: () => boolean) => {
    const end = Date.now() + deadline;
    while (!holds()) {
      if (Date.now() > end) throw new Error(`did not come about: ${holds}; the page says: ${place.textContent}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const look = (selector: string, text = "") =>
    [...document.querySelectorAll<HTMLElement>(selector)].find((element) => element.textContent?.includes(text));
  const find = async (selector: string, text?: string) => {
    await until(() => look(selector, text) !== undefined);
    return look(selector, text) as HTMLElement;
  };
  return {
    server,
    rest,
    find,
    until,
    click: async (selector, text) => (await find(selector, text)).click(),
    type: async (selector, text) => {
      const field = (await find(selector)) as HTMLInputElement | HTMLTextAreaElement;
      const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set;
      set?.call(field, text);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    },
    press: async (selector, key) => {
      const element = await find(selector);
      element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    },
    leave: () => {
      root.unmount();
      place.remove();
    },
  };
}
