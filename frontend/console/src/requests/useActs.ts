import { useMutation, useQueryClient } from "@tanstack/react-query";
import { failureText } from "../actions/refusals";
import { useTexts } from "../i18n/texts";
import { asProblem } from "../rest/problem";
import { type Act, actOn, type RequestDetail, requestQuery, requestsKey } from "../rest/requests";
import { useConsole } from "../shell/line";
import { navigate } from "../shell/route";

/** What is done with the open request, and how it went. */
export interface Acts {
  readonly perform: (act: Act) => void;
  /** Goes to the conversation of a letter that is mine already, which begins with that. */
  readonly answer: () => void;
  /** The act that is under way. */
  readonly pending: Act["act"] | null;
  /** So many became mine by the last taking; 0 when that was not the last act. */
  readonly taken: number;
  /** What went wrong with the last one, in words. */
  readonly failure: string | null;
}

interface Doing {
  readonly act: Act;
  readonly answering?: boolean;
}

/** @param done tells that an act went well */
export function useActs({ request }: RequestDetail, done: (act: Act) => void): Acts {
  const texts = useTexts();
  const cache = useQueryClient();
  const operators = useConsole((state) => state.operators);
  const renew = () => cache.invalidateQueries({ queryKey: requestsKey });
  const acting = useMutation({
    mutationFn: ({ act }: Doing) => actOn(request.id, act),
    onSuccess: ({ claimed: _, ...detail }, { act }) => {
      cache.setQueryData(requestQuery(request.id).queryKey, detail);
      done(act);
      void renew();
    },
    // Whoever was sooner is to be seen at once.
    onError: renew,
  });
  const words = () => {
    const { code } = asProblem(acting.error);
    const { t } = texts;
    if (code === "request_claimed") {
      const name = operators[request.owner ?? ""]?.name;
      return name === undefined ? t("requests.takenBySomebody") : t("requests.taken", { name });
    }
    if (code === "request_done") return t("requests.alreadyDone");
    if (code === "request_open") return t("requests.notTaken");
    if (asProblem(acting.error).fields.some(({ field }) => field === "to")) return t("requests.mayNotSee");
    return failureText(texts, acting.error, operators);
  };
  const start = (doing: Doing) => {
    if (acting.isPending) return;
    acting.mutate(doing, {
      onSuccess: ({ request: { conversation } }) => {
        if (doing.answering && conversation !== null) navigate({ page: "conversations", conversation });
      },
    });
  };
  const shut = acting.isSuccess && acting.variables.answering && request.conversation === null;
  const notOpened = shut ? texts.t("requests.notOpened") : null;
  return {
    perform: (act) => start({ act }),
    answer: () => start({ act: { act: "claim" }, answering: true }),
    pending: acting.isPending ? acting.variables.act.act : null,
    taken: acting.data?.claimed?.length ?? 0,
    failure: acting.error === null ? notOpened : words(),
  };
}
