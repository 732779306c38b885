import { currentThread, type VisitorSnapshot } from "@beseda/client";
import { useEffect, useId } from "preact/hooks";
import type { Chat } from "../chat/chat";
import { useTexts } from "../i18n/texts";
import { useWatched } from "../parts/watched";
import style from "./Departments.module.css";

interface Properties {
  readonly chat: Chat;
  readonly snapshot: VisitorSnapshot;
}

/** Asks, before the first word, whom the question is for; who chooses nothing is not kept from writing. */
export function Departments({ chat, snapshot }: Properties) {
  const { t } = useTexts();
  const name = useId();
  const { department } = useWatched(chat.choices);
  const offered = snapshot.site?.departments ?? [];
  const chosen = offered.find(({ id }) => id === department)?.id ?? null;
  useEffect(() => chat.client.setDepartment(chosen), [chat, chosen]);
  const thread = currentThread(snapshot);
  const begun = snapshot.outgoing.some(({ state }) => state !== "failed");
  if (offered.length === 0 || thread !== null || begun) return null;
  return (
    <fieldset class={style.departments}>
      <legend>{t("departments.ask")}</legend>
      {offered.map(({ id, name: label }) => (
        <label key={id} class={style.choice}>
          <input type="radio" name={name} checked={id === chosen} onChange={() => chat.choose({ department: id })} />
          <span dir="auto">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
