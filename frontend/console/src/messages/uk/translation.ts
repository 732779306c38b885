import type { translation as ru } from "../ru/translation";

export const translation: Record<keyof typeof ru, string> = {
  "settings.translation": "Переклад",
  "settings.translationWords": "переклад перекладач мова іноземна libretranslate api ключ",
  "translation.lead":
    "Оператор читає повідомлення чужою мовою і відповідає нею ж: перекладає служба з відкритим API LibreTranslate — своя чи чужа. Поки адресу не вказано, нікуди нічого не надсилається.",
  "translation.address": "Адреса служби",
  "translation.addressHint":
    "Без /translate наприкінці. Для своєї машини та своєї мережі можна http://, для решти лише https://.",
  "translation.key": "Ключ API",
  "translation.keyHint": "Якщо служба його вимагає",
  "translation.try": "Перевірити",
  "translation.works": "Служба перекладає",
  "translation.privacy":
    "Служба отримує лише той текст, який оператор попросив перекласти: кнопкою біля повідомлення або в полі відповіді. Звертається до неї сервер, не браузер; до журналу слова не потрапляють.",
  "translation.code.off": "Переклад не під’єднано.",
  "translation.code.unreachable": "За цією адресою ніхто не відповідає. Перевірте ім’я, порт і чи запущено службу.",
  "translation.code.timeout": "Служба не відповіла за 20 секунд. Можливо, вона ще завантажує мови.",
  "translation.code.tls": "Сертифікат не підійшов. Перевірте, чи та адреса і чи не сплив строк сертифіката.",
  "translation.code.no_service": "За цією адресою відповідає щось інше. Потрібна адреса, за якою стоїть /translate.",
  "translation.code.key": "Служба не прийняла ключ.",
  "translation.code.too_many": "Служба просить не поспішати. Спробуйте за хвилину.",
  "translation.code.refused": "Служба не знає вашої мови. Перевірте, які мови в ній встановлено.",
  "translation.code.broken": "Помилка в самій службі. Погляньте до її журналу.",
  "translation.head": "Переклад",
  "translation.headFrom": "Переклад, мова оригіналу: {language}",
  "translation.hide": "Сховати переклад",
  "translation.busy": "Перекладається…",
  "translation.same": "Текст уже вашою мовою.",
  "translation.nothing": "Спершу напишіть відповідь",
  "translation.note": "Нотатка для колег не перекладається. Перемкніть на відповідь.",
  "translation.back": "Повернути мій текст",
  "translation.visitors": "Мова відвідувача",
  "translation.into": "Перекласти",
  "message.translate": "Перекласти",
  "action.translate": "Перекласти останнє повідомлення відвідувача",
  "action.translateDraft": "Перекласти мою відповідь",
};
