/** Слова загрузчика: их мало, и все языки едут в одном файле, потому что второй запрос стоил бы дороже. */
export const ru = {
  chat: "Напишите нам",
  unread: "Новых сообщений: ",
  failed: "Не открылось ↻",
} as const;

export type LoaderMessages = Readonly<Record<keyof typeof ru, string>>;
