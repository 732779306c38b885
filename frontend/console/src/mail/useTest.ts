import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "../i18n/texts";
import { type FieldErrors, fieldErrors, generalError } from "../parts/fieldErrors";
import { type MailDraft, mailQuery, type Tested, testMail } from "../rest/mail";
import { asProblem } from "../rest/problem";
import { useSession } from "../shell/session";

/** A letter to see whether what is in the form works. */
export interface Test {
  readonly to: string;
  readonly address: (to: string) => void;
  readonly send: () => void;
  readonly pending: boolean;
  /** How it went and to whom; null: not tried with what is in the form now. */
  readonly outcome: { readonly tested: Tested; readonly to: string } | null;
  readonly errors: FieldErrors;
  readonly general: string | null;
  readonly forget: () => void;
}

export function useTest(draft: () => MailDraft): Test {
  const texts = useTexts();
  const cache = useQueryClient();
  const [to, address] = useState(useSession().operator.email);
  const sending = useMutation({
    mutationFn: async (whom: string) => ({ tested: await testMail({ ...draft(), to: whom }), to: whom }),
    onSettled: () => cache.invalidateQueries({ queryKey: mailQuery.queryKey }),
  });
  const errors = fieldErrors(sending.error === null ? null : asProblem(sending.error), texts);
  return {
    to,
    address: (next) => {
      sending.reset();
      address(next);
    },
    send: () => sending.mutate(to.trim()),
    pending: sending.isPending,
    outcome: sending.data ?? null,
    errors,
    general: generalError(sending.error, errors, ["to"], texts),
    forget: sending.reset,
  };
}
