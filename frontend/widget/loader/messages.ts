/** The few words of the loader; all languages travel in the one script, because a second request would cost more. */
export const messages = {
  ru: { open: "Открыть чат" },
  en: { open: "Open chat" },
  uk: { open: "Відкрити чат" },
} as const;

export type LoaderMessages = Readonly<Record<keyof (typeof messages)["ru"], string>>;
