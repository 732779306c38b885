import { useEffect, useRef } from "preact/hooks";
import type { Step } from "../../../shared/place";
import type { Chat } from "../chat/chat";
import { type MoreTexts, withMoreTexts } from "../i18n/moreTexts";
import { Icon } from "../parts/Icon";
import style from "./Pad.module.css";

const arrows = ["left", "up", "down", "right"] as const;

const keys: Readonly<Record<string, Step>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
  "+": "larger",
  "=": "larger",
  "-": "smaller",
};

const keysWithShift: Readonly<Record<string, Step>> = {
  ...keys,
  ArrowLeft: "narrower",
  ArrowRight: "wider",
  ArrowUp: "shorter",
  ArrowDown: "taller",
};

/** Moves the window and changes its size by buttons and keys: everything a hand does by dragging. */
export const Pad = withMoreTexts(function Pad({
  chat,
  more: { t },
}: {
  readonly chat: Chat;
  readonly more: MoreTexts;
}) {
  const place = useRef<HTMLFieldSetElement>(null);
  const close = () => chat.placing.set(false);
  useEffect(() => place.current?.querySelector("button")?.focus(), []);
  return (
    <fieldset
      ref={place}
      class={style.pad}
      aria-describedby="placing-keys"
      onKeyDown={(event) => {
        const step = (event.shiftKey ? keysWithShift : keys)[event.key];
        if (event.key === "Escape") close();
        else if (step) chat.step(step);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <legend>{t("placing.title")}</legend>
      <div class={style.arrows}>
        {arrows.map((way) => (
          <button
            key={way}
            class={style[way]}
            type="button"
            aria-label={t(`placing.${way}`)}
            onClick={() => chat.step(way)}
          >
            <Icon name="down" />
          </button>
        ))}
      </div>
      <div class={style.sizes}>
        {(["larger", "smaller", "home"] as const).map((step) => (
          <button key={step} type="button" onClick={() => chat.step(step)}>
            {t(`placing.${step}`)}
          </button>
        ))}
      </div>
      <p id="placing-keys">{t("placing.keys")}</p>
      <button class={style.done} type="button" onClick={close}>
        {t("placing.done")}
      </button>
    </fieldset>
  );
});
