import type { Ask } from "@beseda/client";
import { notifications } from "@mantine/notifications";
import { createContext, type ReactNode, use, useEffect, useEffectEvent } from "react";
import { failureText } from "../actions/refusals";
import { useTexts } from "../i18n/texts";
import { useClient } from "../shell/line";
import { useIsLive } from "../shell/myState";
import { navigate, useRoute } from "../shell/route";
import { signal } from "../shell/signals";
import { enterIsFree } from "./typing";
import { useAskNotification } from "./useAskNotification";
import { type Farewell, keyOf, useAsks } from "./useAsks";
import { useRinging } from "./useRinging";

/** What was on its way when an ask appeared, a key or a finger, was not meant for it, milliseconds. */
export const startled = 500;

export type AskAct = (ask: Ask) => Promise<void>;

interface Asked {
  /** The open conversation's own, which stands in its foot instead of lying over the screen. */
  readonly here: Ask | undefined;
  /** All others, the nearest deadline first. */
  readonly elsewhere: readonly Ask[];
  readonly farewells: readonly Farewell[];
  /** The one that Enter takes. */
  readonly first: Ask | undefined;
  /** The browser allows no sound yet. */
  readonly silent: boolean;
  readonly take: AskAct;
  readonly refuse: AskAct;
}

const AskedContext = createContext<Asked | null>(null);

/** What is put to me with a deadline, and the two answers. */
export function useAsked(): Asked {
  const asked = use(AskedContext);
  if (asked === null) throw new Error("useAsked() is used outside of AsksProvider");
  return asked;
}

/** Rings, notifies and listens to Enter as long as anything is put to me, wherever on the screen it stands. */
export function AsksProvider({ children }: { children: ReactNode }) {
  const texts = useTexts();
  const client = useClient();
  const live = useIsLive();
  const route = useRoute();
  const { asks, farewells, answered } = useAsks();
  const silent = useRinging(asks.length > 0 && live);
  const open = route.page === "conversations" ? route.conversation : null;
  const here = asks.find(({ conversation }) => conversation.id === open);
  const elsewhere = asks.filter((ask) => ask !== here);
  const first = here ?? elsewhere[0];
  useAskNotification(first);

  const attempt = async (ask: Ask, act: () => Promise<void>) => {
    answered(ask);
    try {
      await act();
    } catch (error) {
      const message = failureText(texts, error, client.getState().operators);
      notifications.show({ id: keyOf(ask), color: "red", message, autoClose: 6000 });
    }
  };
  const take: AskAct = (ask) =>
    attempt(ask, async () => {
      const { id } = ask.conversation;
      await (ask.kind === "offer" ? client.take(id) : client.accept(id));
      navigate({ page: "conversations", conversation: id });
      signal("answer");
    });
  const refuse: AskAct = (ask) =>
    attempt(ask, () =>
      ask.kind === "offer" ? client.refuse(ask.conversation.id) : client.decline(ask.conversation.id),
    );
  useEnter(first, take);
  return <AskedContext value={{ here, elsewhere, farewells, first, silent, take, refuse }}>{children}</AskedContext>;
}

/** Enter takes the first one where nobody is typing. */
function useEnter(ask: Ask | undefined, take: AskAct): void {
  const key = ask === undefined ? null : keyOf(ask);
  const press = useEffectEvent((event: KeyboardEvent, since: number) => {
    if (event.key !== "Enter" || event.repeat || event.isComposing || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (ask === undefined || event.timeStamp - since < startled || !enterIsFree(document.activeElement)) return;
    event.preventDefault();
    void take(ask);
  });
  useEffect(() => {
    if (key === null) return;
    const since = performance.now();
    const listener = (event: KeyboardEvent) => press(event, since);
    document.addEventListener("keydown", listener, { capture: true });
    return () => document.removeEventListener("keydown", listener, { capture: true });
  }, [key]);
}
