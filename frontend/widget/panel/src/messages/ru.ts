/** Тексты панели по-русски: образец, которому следуют остальные языки. */
export const ru = {
  "conversation.title": "Чат с нами",
  "conversation.empty": "Напишите, чем помочь — ответим здесь же.",
  "composer.label": "Ваше сообщение",
  "composer.placeholder": "Сообщение…",
  "composer.send": "Отправить",
} as const;

export type PanelMessages = typeof ru;
export type PanelKey = keyof PanelMessages;
