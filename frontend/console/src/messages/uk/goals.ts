import type { Messages } from "@beseda/ui/i18n";
import type { goals as reference } from "../ru/goals";

/** Сторінки-цілі сайту. */
export const goals = {
  "settings.goals": "Цілі",
  "settings.goalsWords": "цілі замовлення конверсія сторінка дякуємо адреса сторінки",
  "goals.lead":
    "Сторінка, яку бачить той, хто зробив потрібне: оформив замовлення, надіслав форму. Рахується один раз за візит, з діалогом і без нього — у звітах.",
  "goals.none": "Поки жодна сторінка не є ціллю. Сайт може повідомляти про цілі й сам, зі свого скрипту.",
  "goals.add": "Додати сторінку",
  "goals.unnamed": "Ціль {number}",
  "goals.remove": "Прибрати ціль «{name}»",
  "goals.page": "Адреса сторінки",
  "goals.pageHint": "Зірочка — будь-які символи: /thanks*, shop.example/order/*/done",
  "goals.name": "Назва цілі",
  "goals.value": "Скільки коштує",
  "goals.valueHint": "Не обов’язково; в тих одиницях, у яких рахує сайт",
} as const satisfies Messages<keyof typeof reference>;
