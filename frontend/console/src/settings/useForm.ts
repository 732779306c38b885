import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTexts } from "../i18n/texts";
import { type FieldErrors, fieldErrors, generalError } from "../parts/fieldErrors";
import { asProblem } from "../rest/problem";
import { useSession } from "../shell/session";

export interface Form<T> {
  readonly value: T;
  readonly change: (change: Partial<T>) => void;
  readonly dirty: boolean;
  readonly pending: boolean;
  /** Saved, and not changed since. */
  readonly saved: boolean;
  readonly errors: FieldErrors;
  /** What is wrong besides the fields. */
  readonly general: string | null;
  readonly submit: (event?: FormEvent) => void;
  readonly reset: () => void;
}

/** What was typed and not saved, by operator and form: it outlives a visit to another section. */
const unsaved = new Map<string, unknown>();

/**
 * A form over something stored: what was typed stays until it is saved or taken back, errors stand at their fields.
 * `stored` may change below it without touching what was typed.
 */
export function useForm<T extends object>(
  name: string,
  stored: T,
  fields: readonly string[],
  save: (value: T) => Promise<unknown>,
): Form<T> {
  const texts = useTexts();
  const key = `${useSession().operator.id} ${name}`;
  const [typed, setTyped] = useState<Partial<T>>(() => (unsaved.get(key) as Partial<T> | undefined) ?? {});
  const value = { ...stored, ...typed };
  const dirty = Object.keys(typed).some((field) => !same(value[field as keyof T], stored[field as keyof T]));
  const keep = (next: Partial<T>) => {
    setTyped(next);
    if (Object.keys(next).length === 0) unsaved.delete(key);
    else unsaved.set(key, next);
  };
  const saving = useMutation({ mutationFn: save, onSuccess: () => keep({}) });
  const errors = fieldErrors(saving.error === null ? null : asProblem(saving.error), texts);
  return {
    value,
    change: (change) => {
      if (saving.isSuccess) saving.reset();
      keep({ ...typed, ...change });
    },
    dirty,
    pending: saving.isPending,
    saved: saving.isSuccess && !dirty,
    errors,
    general: generalError(saving.error, errors, fields, texts),
    submit: (event) => {
      event?.preventDefault();
      const form = event?.currentTarget;
      saving.mutate(value, { onError: () => requestAnimationFrame(() => showMistake(form)) });
    },
    reset: () => {
      saving.reset();
      keep({});
    },
  };
}

/** A mistake above or below the screen is not noticed, and the bar with the button hides what is under it. */
function showMistake(form: Element | undefined): void {
  const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
  field?.scrollIntoView({ block: "center" });
  field?.focus({ preventScroll: true });
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
