import type { Messages } from "@beseda/ui/i18n";
import type { MoreKey } from "./ru";

export const uk = {
  "placing.title": "Місце й розмір вікна",
  "placing.left": "Лівіше",
  "placing.right": "Правіше",
  "placing.up": "Вище",
  "placing.down": "Нижче",
  "placing.larger": "Більше",
  "placing.smaller": "Менше",
  "placing.home": "Повернути в кут",
  "placing.keys": "Стрілки рухають вікно, Shift зі стрілкою змінює розмір. Вікно можна й тягнути: за шапку й за краї.",
  "placing.done": "Готово",
  "notify.menu": "Сповістити про відповідь",
  "notify.offer": "Або нехай браузер повідомить, коли відповімо",
  "notify.agreed": "Повідомимо сповіщенням, коли відповімо.",
  "notify.forbidden": "Браузер не відкрив вікно. Дозвольте цьому сайту спливні вікна.",
  "notify.failed": "Не вдалося. Спробуйте ще раз.",
} satisfies Messages<MoreKey>;
