import { currentThread, todays, type VisitorSnapshot } from "@beseda/client";
import { languageNames } from "@beseda/ui/i18n";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Chat } from "../chat/chat";
import { openOwnWindow } from "../embedding/ownWindow";
import { type MoreTexts, withMoreTexts } from "../i18n/moreTexts";
import { languages, useTexts } from "../i18n/texts";
import { NotifyItem } from "../notify/NotifyItem";
import { useWatched } from "../parts/watched";
import style from "./MenuItems.module.css";

interface Properties {
  readonly chat: Chat;
  readonly snapshot: VisitorSnapshot;
  readonly more: MoreTexts;
  close(): void;
}

/** What the menu opens, all of it at once. */
export const MenuItems = withMoreTexts(function MenuItems({ chat, snapshot, more, close }: Properties) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector<HTMLElement>("button")?.focus(), []);
  const { t, language } = useTexts();
  const choices = useWatched(chat.choices);
  const sound = choices.sound ?? snapshot.site?.sound ?? false;
  const movable = useWatched(chat.movable);
  const thread = currentThread(snapshot);
  const newest = todays(snapshot).at(-1);
  return (
    <div ref={place} class={style.menu} role="menu" aria-label={t("menu.open")}>
      <button type="button" role="menuitemcheckbox" aria-checked={sound} onClick={() => chat.choose({ sound: !sound })}>
        <span>{more.t("menu.sound")}</span>
        <span class={style.switch} aria-hidden="true" />
      </button>
      <NotifyItem chat={chat} more={more} />
      <fieldset class={style.languages} aria-label={more.t("menu.language")}>
        {languages.map((each) => (
          <button
            key={each}
            type="button"
            role="menuitemradio"
            aria-checked={each === language}
            lang={each}
            onClick={() => chat.choose({ language: each })}
          >
            {languageNames[each]}
          </button>
        ))}
      </fieldset>
      {movable && (
        <button
          type="button"
          role="menuitem"
          onClick={() => {
            close();
            chat.placing.set(true);
          }}
        >
          {more.t("menu.placing")}
        </button>
      )}
      {chat.embedded && !matchMedia("(pointer: coarse)").matches && <OwnWindow chat={chat} more={more} close={close} />}
      <button
        type="button"
        role="menuitem"
        onClick={() => {
          chat.choosingCity.set(true);
          close();
        }}
      >
        {snapshot.place?.city == null ? more.t("menu.city") : more.t("menu.cityNamed", { city: snapshot.place.city })}
      </button>
      {snapshot.site?.requests && (
        <button
          type="button"
          role="menuitem"
          onClick={() => {
            close();
            chat.request("");
          }}
        >
          {more.t("menu.requests")}
        </button>
      )}
      {newest && (
        <button
          type="button"
          role="menuitem"
          onClick={() => {
            chat.mailing.set({ conversation: newest.header.id, since: Date.now() });
            close();
          }}
        >
          {t("menu.transcript")}
        </button>
      )}
      {thread && <End conversation={thread.header.id} chat={chat} more={more} close={close} />}
    </div>
  );
});

/** Goes on in a window of its own; a phone has no such windows. */
function OwnWindow({ chat, more, close }: Omit<Properties, "snapshot">) {
  const [forbidden, setForbidden] = useState(false);
  return (
    <>
      <button
        type="button"
        role="menuitem"
        onClick={() => (chat.openWindow(openOwnWindow) ? close() : setForbidden(true))}
      >
        {more.t("menu.window")}
      </button>
      {forbidden && (
        <p class={style.trouble} role="alert">
          {more.t("menu.windowForbidden")}
        </p>
      )}
    </>
  );
}

/** Ends the conversation after a second question, in the same place. */
function End({ conversation, chat, more, close }: Omit<Properties, "snapshot"> & { readonly conversation: string }) {
  const [step, setStep] = useState<"offered" | "sure" | "running" | "failed">("offered");
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (step === "sure") first.current?.focus();
  }, [step]);

  const end = () => {
    setStep("running");
    chat.client.end(conversation).then(close, () => setStep("failed"));
  };
  if (step === "offered")
    return (
      <button class={style.end} type="button" role="menuitem" onClick={() => setStep("sure")}>
        {more.t("menu.end")}
      </button>
    );
  return (
    <fieldset class={style.sure}>
      <legend>{more.t(step === "failed" ? "menu.endFailed" : "menu.endSure")}</legend>
      <button ref={first} class={style.yes} type="button" role="menuitem" disabled={step === "running"} onClick={end}>
        {more.t("menu.endYes")}
      </button>
      <button type="button" role="menuitem" onClick={close}>
        {more.t("menu.endNo")}
      </button>
    </fieldset>
  );
}
