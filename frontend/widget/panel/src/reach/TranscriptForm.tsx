import { Refusal } from "@beseda/client";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Chat } from "../chat/chat";
import { useTexts } from "../i18n/texts";
import type { PanelKey } from "../messages/ru";
import fields from "../parts/fields.module.css";
import { emailed } from "../questions/judge";
import style from "./Reach.module.css";

interface Properties {
  readonly chat: Chat;
  readonly conversation: string;
}

/** Where to send the conversation, and that it is noted down. */
export function TranscriptForm({ chat, conversation }: Properties) {
  const { t, language } = useTexts();
  const known = chat.contact.getState().address.trim();
  const [email, setEmail] = useState(emailed(known) ? known : "");
  const [problem, setProblem] = useState<PanelKey | null>(null);
  const [step, setStep] = useState<"asking" | "sending" | "kept">("asking");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (email !== "") return;
    let open = true;
    void addressOf(chat).then((left) => open && setEmail((now) => (now === "" ? left : now)));
    return () => {
      open = false;
    };
  }, []);

  const wrong = (code: PanelKey) => {
    setProblem(code);
    field.current?.focus();
  };
  const ask = async () => {
    const said = email.trim();
    if (step === "sending") return;
    if (said === "") return wrong("questions.wrong.required");
    if (!emailed(said)) return wrong("questions.wrong.email");
    setStep("sending");
    try {
      await chat.client.mail(conversation, said, language);
      setStep("kept");
      const contact = chat.contact.getState();
      if (contact.address === "") chat.writeContact({ ...contact, address: said });
    } catch (refusal) {
      setStep("asking");
      wrong(reasonOf(refusal instanceof Refusal ? refusal.code : ""));
    }
  };
  const close = () => chat.mailing.set(null);
  if (step === "kept")
    return (
      <p class={style.kept} role="status">
        {t("transcript.kept", { email: email.trim() })} {t("transcript.lead")}
      </p>
    );
  return (
    <form
      class={`${fields.fields} ${style.offer}`}
      aria-label={t("menu.transcript")}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        close();
      }}
    >
      <p>{t("transcript.lead")}</p>
      <label>
        <span>{t("questions.email")}</span>
        <input
          ref={field}
          type="text"
          inputMode="email"
          autocomplete="email"
          maxLength={254}
          aria-invalid={problem !== null}
          aria-describedby="transcript-problem"
          value={email}
          onInput={({ currentTarget: { value } }) => {
            setProblem(null);
            setEmail(value);
          }}
        />
      </label>
      <p class={fields.problem} id="transcript-problem" role="alert" hidden={problem === null}>
        {problem && t(problem)}
      </p>
      <div class={fields.buttons}>
        <button type="submit" disabled={step === "sending"}>
          {t(step === "sending" ? "reach.sending" : "letter.send")}
        </button>
        <button type="button" onClick={close}>
          {t("city.cancel")}
        </button>
      </div>
    </form>
  );
}

/** What the server knows of the visitor; empty where it does not say. */
async function addressOf({ site, client }: Chat): Promise<string> {
  try {
    const headers = { "X-Beseda-Token": client.getState().token ?? "" };
    const answer = await fetch(`/api/visitor/${encodeURIComponent(site)}/address`, { headers });
    const { email } = answer.ok ? ((await answer.json()) as { email: string | null }) : { email: null };
    return email ?? "";
  } catch {
    return "";
  }
}

function reasonOf(code: string): PanelKey {
  if (code === "address_invalid") return "questions.wrong.email";
  return code === "transcripts_too_many" ? "transcript.tooMany" : "reach.failed";
}
