import { currentThread, type VisitorSnapshot } from "@beseda/client";
import { languageNames } from "@beseda/ui/i18n";
import type { TargetedKeyboardEvent } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Chat } from "../chat/chat";
import { languages, useTexts } from "../i18n/texts";
import { Icon } from "../parts/Icon";
import { useWatched } from "../parts/watched";
import header from "./Header.module.css";
import style from "./Menu.module.css";

interface Properties {
  readonly chat: Chat;
  readonly snapshot: VisitorSnapshot;
}

/** The button with three dots and what it opens. */
export function Menu({ chat, snapshot }: Properties) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  const close = (focus: boolean) => {
    setOpen(false);
    if (focus) button.current?.focus();
  };

  useEffect(() => {
    if (!open) return;
    items(place.current)[0]?.focus();
    const outside = (event: Event) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setOpen(false);
    };
    const left = () => setOpen(false);
    document.addEventListener("pointerdown", outside);
    window.addEventListener("blur", left);
    return () => {
      document.removeEventListener("pointerdown", outside);
      window.removeEventListener("blur", left);
    };
  }, [open]);

  const keys = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    if (!open) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      close(true);
    } else if (event.key === "Tab") setOpen(false);
    else if (move(items(place.current), event.key)) event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the menu's items, which are interactive.
    <div ref={place} onKeyDown={keys}>
      <button
        ref={button}
        class={header.button}
        type="button"
        aria-label={t("menu.open")}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="menu" />
      </button>
      {open && <Items chat={chat} snapshot={snapshot} close={() => close(true)} />}
    </div>
  );
}

function items(place: HTMLElement | null): HTMLElement[] {
  return [...(place?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
}

/** Moves the focus as a menu's keys ask; false for other keys. */
function move(among: readonly HTMLElement[], key: string): boolean {
  const now = among.findIndex((item) => item === document.activeElement);
  const last = among.length - 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: now < last ? now + 1 : 0,
    ArrowUp: now > 0 ? now - 1 : last,
    Home: 0,
    End: last,
  };
  const next = steps[key];
  if (next === undefined) return false;
  among[next]?.focus();
  return true;
}

function Items({ chat, snapshot, close }: Properties & { close(): void }) {
  const { t, language } = useTexts();
  const choices = useWatched(chat.choices);
  const sound = choices.sound ?? snapshot.site?.sound ?? false;
  const movable = useWatched(chat.movable);
  const thread = currentThread(snapshot);
  return (
    <div class={style.menu} role="menu" aria-label={t("menu.open")}>
      <button type="button" role="menuitemcheckbox" aria-checked={sound} onClick={() => chat.choose({ sound: !sound })}>
        <span>{t("menu.sound")}</span>
        <span class={style.switch} aria-hidden="true" />
      </button>
      <fieldset class={style.languages} aria-label={t("menu.language")}>
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
          {t("menu.placing")}
        </button>
      )}
      {chat.embedded && !matchMedia("(pointer: coarse)").matches && <OwnWindow chat={chat} close={close} />}
      <button
        type="button"
        role="menuitem"
        onClick={() => {
          chat.choosingCity.set(true);
          close();
        }}
      >
        {snapshot.place?.city == null ? t("menu.city") : t("menu.cityNamed", { city: snapshot.place.city })}
      </button>
      {thread && <End conversation={thread.header.id} chat={chat} close={close} />}
    </div>
  );
}

/** Goes on in a window of its own; a phone has no such windows. */
function OwnWindow({ chat, close }: { readonly chat: Chat; close(): void }) {
  const { t } = useTexts();
  const [forbidden, setForbidden] = useState(false);
  return (
    <>
      <button type="button" role="menuitem" onClick={() => (chat.openWindow() ? close() : setForbidden(true))}>
        {t("menu.window")}
      </button>
      {forbidden && (
        <p class={style.trouble} role="alert">
          {t("menu.windowForbidden")}
        </p>
      )}
    </>
  );
}

/** Ends the conversation after a second question, in the same place. */
function End({ conversation, chat, close }: { readonly conversation: string; readonly chat: Chat; close(): void }) {
  const { t } = useTexts();
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
        {t("menu.end")}
      </button>
    );
  return (
    <fieldset class={style.sure}>
      <legend>{t(step === "failed" ? "menu.endFailed" : "menu.endSure")}</legend>
      <button ref={first} class={style.yes} type="button" role="menuitem" disabled={step === "running"} onClick={end}>
        {t("menu.endYes")}
      </button>
      <button type="button" role="menuitem" onClick={close}>
        {t("menu.endNo")}
      </button>
    </fieldset>
  );
}
