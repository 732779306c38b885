/** Слова приглашения. */
export const ru = {
  invitation: "Приглашение написать нам",
  write: "Написать",
  no: "Нет, спасибо",
  close: "Закрыть",
} as const;

export type InvitationMessages = Readonly<Record<keyof typeof ru, string>>;
