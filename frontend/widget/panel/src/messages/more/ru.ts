/** Тексты редко открываемых частей панели: образец, которому следуют остальные языки. */
export const ru = {
  "placing.title": "Место и размер окна",
  "placing.left": "Левее",
  "placing.right": "Правее",
  "placing.up": "Выше",
  "placing.down": "Ниже",
  "placing.larger": "Крупнее",
  "placing.smaller": "Мельче",
  "placing.home": "Вернуть в угол",
  "placing.keys": "Стрелки двигают окно, Shift со стрелкой меняет размер. Окно можно и тянуть: за шапку и за края.",
  "placing.done": "Готово",
  "menu.sound": "Звук",
  "menu.language": "Язык",
  "menu.placing": "Место и размер окна",
  "menu.window": "Открыть в новом окне",
  "menu.windowForbidden": "Браузер не открыл окно. Разрешите этому сайту всплывающие окна.",
  "menu.city": "Указать город",
  "menu.cityNamed": "Город: {city}",
  "menu.end": "Завершить диалог",
  "menu.endSure": "Завершить диалог?",
  "menu.endYes": "Завершить",
  "menu.endNo": "Остаться",
  "menu.endFailed": "Не получилось завершить. Попробуйте ещё раз.",
  "menu.requests": "Оставить заявку…",
  "notify.menu": "Уведомить об ответе",
  "notify.offer": "Или пусть браузер сообщит, когда ответим",
  "notify.agreed": "Сообщим уведомлением, когда ответим.",
  "notify.forbidden": "Браузер не открыл окно. Разрешите этому сайту всплывающие окна.",
  "notify.failed": "Не получилось. Попробуйте ещё раз.",
} as const;

export type MoreMessages = typeof ru;
export type MoreKey = keyof MoreMessages;
