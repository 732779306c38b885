/** Слова загрузчика: их мало, и все языки едут в одном файле, потому что второй запрос стоил бы дороже. */
export const ru = {
  chat: "Чат с нами",
  unread: "Новых сообщений: ",
  failed: "Чат не открылся ↻",
} as const;

export type LoaderMessages = Readonly<Record<keyof typeof ru, string>>;
