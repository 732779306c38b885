import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Chat } from "../chat/chat";
import type { RequestTexts } from "../i18n/requestTexts";
import { type Own as Field, Labelled } from "./Labelled";
import { OwnFields } from "./OwnFields";
import { PhoneField } from "./PhoneField";
import style from "./Requests.module.css";
import type { Contact, Kind } from "./requests";
import { Sent } from "./Sent";
import { asked, useRequest } from "./useRequest";
import { When } from "./When";
import { troubleOf, wrong } from "./wrong";

interface Properties {
  readonly chat: Chat;
  readonly kind: Kind;
  readonly stamp: string;
  readonly more: RequestTexts;
  /** The kinds are other ones now. */
  renew(): void;
}

const kept = {
  name: { type: "text", autocomplete: "name", inputMode: "text", maxLength: 200, dir: "auto" },
  email: { type: "text", autocomplete: "email", inputMode: "email", maxLength: 254, dir: "ltr" },
} as const;
const longestText = 4000;

/** The form of one kind, and then that it was noted down. */
export function RequestForm({ chat, kind, stamp, more, renew }: Properties) {
  const { t } = more;
  const request = useRequest(chat, kind, stamp);
  const { draft, faults, trouble, sending } = request;
  const form = useRef<HTMLFormElement>(null);
  const trap = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const first = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    (first?.matches("[role=radiogroup]") ? first.querySelector<HTMLElement>("input, select") : first)?.focus();
  }, [request.found]);
  useEffect(() => {
    if (faults.has("kind")) renew();
  }, [faults]);
  useEffect(() => {
    // A browser that fills forms in may have put something there: it must not stand in the way for ever.
    if (trouble && trap.current) trap.current.value = "";
  }, [trouble]);
  if (request.left) return <Sent left={request.left} draft={draft} more={more} />;

  const problem = (field: string) => {
    const code = faults.get(field);
    return code === undefined ? null : t(wrong(code));
  };
  const field = (what: Contact, label: string, draw: (own: Field & Said) => ComponentChildren) => {
    if (!asked(kind, what)) return null;
    const required = kind.asks[what] === "required";
    const write = (value: string) => request.change({ [what]: value });
    return (
      <Labelled label={required ? label : t("request.optional", { name: label })} problem={problem(what)}>
        {(own) => draw({ ...own, required, value: draft[what], write })}
      </Labelled>
    );
  };
  const phone = field("phone", t("request.phone"), ({ write, ...own }) => <PhoneField {...own} change={write} />);
  const line = (what: "name" | "email") =>
    field(what, t(`request.${what}`), ({ write, ...own }) => (
      <input {...kept[what]} {...own} onInput={(event) => write(event.currentTarget.value)} />
    ));
  return (
    <form
      ref={form}
      class={style.form}
      aria-labelledby="request"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void request.send(trap.current?.value ?? "");
      }}
    >
      {kind.invitation && <p dir="auto">{kind.invitation}</p>}
      {kind.nature === "call" && phone}
      {kind.nature === "call" && <When chat={chat} kind={kind} request={request} more={more} problem={problem("at")} />}
      {line("name")}
      {line("email")}
      {kind.nature === "letter" && phone}
      {field("text", t(`request.text.${kind.nature}`), ({ write, ...own }) => (
        <textarea
          {...own}
          rows={kind.nature === "call" ? 2 : 5}
          dir="auto"
          maxLength={longestText}
          onInput={(event) => write(event.currentTarget.value)}
        />
      ))}
      <OwnFields kind={kind} request={request} more={more} problem={problem} />
      <div class={style.trap} aria-hidden="true">
        <label>
          {t("request.trap")}
          <input ref={trap} name="website" tabIndex={-1} autocomplete="off" />
        </label>
      </div>
      <p class={style.problem} role="alert" hidden={trouble === null}>
        {trouble && troubleOf(trouble, more)}
      </p>
      <button type="submit" class={style.send} disabled={sending}>
        {t(sending ? "request.sending" : `request.send.${kind.nature}`)}
      </button>
    </form>
  );
}

interface Said {
  readonly required: boolean;
  readonly value: string;
  write(value: string): void;
}
