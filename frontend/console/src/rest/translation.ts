import { request } from "./request";

/** Why there is no translation. */
export const translationCodes = [
  "off",
  "unreachable",
  "timeout",
  "tls",
  "no_service",
  "key",
  "too_many",
  "refused",
  "broken",
] as const;
export type TranslationCode = (typeof translationCodes)[number];

export interface TranslationService {
  /** Empty: nobody is asked. */
  address: string;
  hasKey: boolean;
}

export interface TranslationDraft {
  address: string;
  /** Null: the one that is kept. */
  key: string | null;
}

export type TestedService = { works: true; text: string } | { works: false; code: string };

export interface TranslatedText {
  text: string;
  /** The language it was in; empty: nobody knows. */
  from: string;
}

const path = "/api/translation";

export const translationQuery = {
  queryKey: ["translation"],
  queryFn: ({ signal }: { signal: AbortSignal }) => request<TranslationService>("GET", path, undefined, signal),
};

export const saveTranslation = (draft: TranslationDraft) => request<TranslationService>("PUT", path, draft);

export const testTranslation = (draft: TranslationDraft) => request<TestedService>("POST", `${path}/test`, draft);

export const translate = (text: string, to: string) =>
  request<TranslatedText>("POST", "/api/translations", { text, to });

/** Asked once: what was translated is shown again without the service, and what failed only by whoever wants it again. */
export const translatedQuery = (text: string, to: string) => ({
  queryKey: ["translated", to, text],
  queryFn: () => translate(text, to),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 30 * 60_000,
  retry: false,
  retryOnMount: false,
  refetchOnWindowFocus: false,
});
