import { useId } from "preact/hooks";
import { Said } from "../conversation/Said";
import type { RequestTexts } from "../i18n/requestTexts";
import { useTexts } from "../i18n/texts";
import { Labelled } from "./Labelled";
import style from "./Requests.module.css";
import type { Kind, OwnField } from "./requests";
import type { Request } from "./useRequest";

const longest = { text: 500, long: 4000 } as const;

interface Properties {
  readonly kind: Kind;
  readonly request: Request;
  readonly more: RequestTexts;
  problem(field: string): string | null;
}

/** What the site asks of its own; what is agreed to comes last. */
export function OwnFields(properties: Properties) {
  const { fields } = properties.kind;
  const consents = fields.filter(({ type }) => type === "consent");
  return (
    <>
      {fields
        .filter(({ type }) => type !== "consent")
        .map((field) => (
          <Own key={field.id} {...properties} field={field} />
        ))}
      {consents.map((field) => (
        <Consent key={field.id} {...properties} field={field} />
      ))}
    </>
  );
}

type One = Properties & { readonly field: OwnField };

function Own({ kind, request, more, problem, field }: One) {
  const { id, label, type, required, choices } = field;
  const value = request.draft.answers[`${kind.id}.${id}`] ?? "";
  const write = (now: string) => request.answer(id, now);
  return (
    <Labelled label={required ? label : more.t("request.optional", { name: label })} problem={problem(`answers.${id}`)}>
      {(own) =>
        type === "long" ? (
          <textarea
            {...own}
            rows={3}
            dir="auto"
            maxLength={longest.long}
            required={required}
            value={value}
            onInput={(event) => write(event.currentTarget.value)}
          />
        ) : type === "choice" ? (
          <select {...own} required={required} value={value} onChange={(event) => write(event.currentTarget.value)}>
            <option value="">{more.t("request.unchosen")}</option>
            {choices.map((choice) => (
              <option key={choice} value={choice}>
                {choice}
              </option>
            ))}
          </select>
        ) : type === "date" ? (
          <input
            {...own}
            type="date"
            required={required}
            value={value}
            onInput={(event) => write(event.currentTarget.value)}
          />
        ) : (
          <input
            {...own}
            type="text"
            dir="auto"
            maxLength={longest.text}
            required={required}
            value={value}
            onInput={(event) => write(event.currentTarget.value)}
          />
        )
      }
    </Labelled>
  );
}

/** A longer text stands above its tick. */
const inLine = 160;

function Consent({ kind, request, more, problem, field }: One) {
  const { t } = useTexts();
  const { id, label, required } = field;
  const fault = problem(`answers.${id}`);
  const named = useId();
  const terms = required ? label : more.t("request.optional", { name: label });
  const apart = terms.length > inLine;
  return (
    <div class={style.consent}>
      {apart && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard.
        <p class={style.terms} id={`${named}terms`} dir="auto" tabIndex={0}>
          <Said text={terms} />
        </p>
      )}
      <label>
        <input
          type="checkbox"
          required={required}
          aria-invalid={fault !== null}
          aria-describedby={`${named}problem ${named}terms`}
          checked={request.draft.answers[`${kind.id}.${id}`] === "yes"}
          onChange={(event) => request.answer(id, event.currentTarget.checked ? "yes" : "")}
        />
        <span dir="auto">{apart ? t("questions.agree") : <Said text={terms} />}</span>
      </label>
      <p class={style.problem} id={`${named}problem`} hidden={fault === null}>
        {fault}
      </p>
    </div>
  );
}
