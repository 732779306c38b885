import type { VisitorSnapshot } from "@beseda/client";
import type { TargetedKeyboardEvent } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Chat } from "../chat/chat";
import { useTexts } from "../i18n/texts";
import { Icon } from "../parts/Icon";
import { later } from "../parts/later";
import header from "./Header.module.css";

const MenuItems = later(() => import("./MenuItems").then((file) => file.MenuItems));

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
      {open && <MenuItems chat={chat} snapshot={snapshot} close={() => close(true)} />}
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
