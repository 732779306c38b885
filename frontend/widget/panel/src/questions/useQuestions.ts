import { type AskedField, Refusal, type VisitorSnapshot } from "@beseda/client";
import { useState } from "preact/hooks";
import type { Chat } from "../chat/chat";
import { emailed, telephoned } from "./judge";

export type Fault = "required" | "email" | "phone" | "choice";

/** What is asked, what stands in the fields, and what is wrong with it. */
export interface Asked {
  readonly fields: readonly AskedField[];
  readonly consent: string | null;
  readonly values: Readonly<Record<string, string>>;
  readonly agrees: boolean;
  readonly faults: ReadonlyMap<string, Fault>;
  readonly sending: boolean;
  /** It could not be kept, and nothing is known to be wrong with it. */
  readonly failed: boolean;
  change(id: string, value: string): void;
  agree(agrees: boolean): void;
  /** False when something is wrong. */
  check(): boolean;
  /** True when it is kept. */
  tell(): Promise<boolean>;
}

const NO_FAULTS: ReadonlyMap<string, Fault> = new Map();

/** What is written outlives the page until it is kept. */
export function useQuestions({ client, notebook }: Chat, { questions }: VisitorSnapshot): Asked {
  const [values, setValues] = useState(() => notebook.answers());
  const [agrees, setAgrees] = useState(false);
  const [faults, setFaults] = useState(NO_FAULTS);
  const [sending, setSending] = useState(false);
  const [failed, setFailed] = useState(false);
  const fields = questions?.fields ?? [];
  const consent = questions?.consent ?? null;
  const begin = (id: string) => {
    setFaults(new Map([...faults].filter(([each]) => each !== id)));
    setFailed(false);
  };
  return {
    fields,
    consent,
    values,
    agrees,
    faults,
    sending,
    failed,
    change(id, value) {
      begin(id);
      const now = { ...values, [id]: value };
      setValues(now);
      notebook.keepAnswers(now);
    },
    agree(now) {
      begin("consent");
      setAgrees(now);
    },
    check() {
      const wrong = new Map(fields.flatMap((field) => faultOf(field, values[field.id] ?? "")));
      if (consent !== null && !agrees) wrong.set("consent", "required");
      setFaults(wrong);
      return wrong.size === 0;
    },
    async tell() {
      setSending(true);
      try {
        const answers = fields.map(({ id }) => ({ field: id, value: (values[id] ?? "").trim() }));
        await client.answer(answers, agrees);
        notebook.keepAnswers({});
        return true;
      } catch (refusal) {
        const wrong = refusal instanceof Refusal && refusal.code === "answers_invalid" ? refusal.params : {};
        setFaults(new Map(Object.entries(wrong) as [string, Fault][]));
        setFailed(Object.keys(wrong).length === 0);
        return false;
      } finally {
        setSending(false);
      }
    },
  };
}

/** As the server judges it, so that nobody waits for that. */
function faultOf({ id, kind, required, options }: AskedField, value: string): [string, Fault][] {
  const text = value.trim();
  if (text === "") return required ? [[id, "required"]] : [];
  if (kind === "email" && !emailed(text)) return [[id, "email"]];
  if (kind === "phone" && !telephoned(text)) return [[id, "phone"]];
  return kind === "choice" && !options.includes(text) ? [[id, "choice"]] : [];
}
