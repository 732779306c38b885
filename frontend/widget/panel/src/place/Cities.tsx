import type { VisitorSnapshot } from "@beseda/client";
import { useEffect, useRef } from "preact/hooks";
import type { Chat } from "../chat/chat";
import { useTexts } from "../i18n/texts";
import fields from "../parts/fields.module.css";
import { Icon } from "../parts/Icon";
import style from "./Cities.module.css";
import { useCity } from "./useCity";

interface Properties {
  readonly chat: Chat;
  readonly snapshot: VisitorSnapshot;
}

/** Whether he is in the city he seems to be in. */
export function Question({
  chat,
  city,
  region,
}: {
  readonly chat: Chat;
  readonly city: string;
  readonly region: string;
}) {
  const { t } = useTexts();
  const { save, sending } = useCity(chat);
  return (
    <fieldset class={style.ask}>
      <legend>{t("city.ask", { city })}</legend>
      <button type="button" disabled={sending} onClick={() => void save(city, region)}>
        {t("city.yes")}
      </button>
      <button type="button" onClick={() => chat.choosingCity.set(true)}>
        {t("city.other")}
      </button>
      <button
        class={style.away}
        type="button"
        aria-label={t("city.away")}
        onClick={() => chat.choose({ cityAsked: true })}
      >
        <Icon name="close" />
      </button>
    </fieldset>
  );
}

/** Another city, by the beginning of its name. */
export function Picker({ chat, snapshot }: Properties) {
  const { t } = useTexts();
  const { typed, type, problem, sending, save, locate } = useCity(chat);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { cities } = snapshot;
  const found = cities?.prefix === typed.trim() ? cities.cities : [];
  const close = () => chat.choosingCity.set(false);
  const submit = () => {
    const same = found.find(({ city }) => city.toLocaleLowerCase() === typed.trim().toLocaleLowerCase());
    if (typed.trim() !== "") void save(same?.city ?? typed.trim(), same?.region ?? null);
  };
  return (
    <form
      class={`${fields.fields} ${style.picker}`}
      aria-label={t("city.title")}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        close();
      }}
    >
      <label>
        <span>{t("city.title")}</span>
        <input
          ref={field}
          type="text"
          autocomplete="address-level2"
          maxLength={100}
          aria-invalid={problem !== null}
          value={typed}
          onInput={(event) => type(event.currentTarget.value)}
        />
      </label>
      <div class={style.found} role="status">
        {found.map(({ city, region }) => (
          <button key={`${city} ${region}`} type="button" disabled={sending} onClick={() => void save(city, region)}>
            {city} <span>{region}</span>
          </button>
        ))}
      </div>
      {problem && (
        <p class={fields.problem} role="alert">
          {t(problem)}
        </p>
      )}
      <div class={fields.buttons}>
        <button type="submit" disabled={sending || typed.trim() === ""}>
          {t("city.save")}
        </button>
        {"geolocation" in navigator && (
          <button type="button" disabled={sending} onClick={locate}>
            {t("city.locate")}
          </button>
        )}
        <button type="button" onClick={close}>
          {t("city.cancel")}
        </button>
      </div>
    </form>
  );
}
