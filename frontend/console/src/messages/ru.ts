/** Тексты консоли по-русски: образец, которому следуют остальные языки. */
export const ru = {
  "shell.title": "Беседа",
  "shell.navigation": "Разделы",
  "shell.conversations": "Диалоги",
  "shell.allAnswered": "Все вопросы разобраны",
  "shell.newAppearHere": "Новые появятся здесь сами.",
} as const;

export type ConsoleMessages = typeof ru;
export type ConsoleKey = keyof ConsoleMessages;
