import { browserEnvironment } from "@beseda/client";
import { FakeServer } from "@beseda/client/testing";
import type { OperatorView, Page } from "@beseda/protocol";

const minute = 60_000;

/** A clock that can be turned back while the past is being told. */
export class SceneClock {
  private back = 0;
  readonly now = () => Date.now() - this.back;

  ago(minutes: number): void {
    this.back = minutes * minute;
  }
}

export interface Scene {
  readonly server: FakeServer;
  readonly clock: SceneClock;
}

/** A shop with nobody in it. */
export function emptyScene(): Scene {
  const clock = new SceneClock();
  const server = new FakeServer({ now: clock.now, after: browserEnvironment().after });
  const operator = (id: string, name: string, title: string, state: OperatorView["state"]): OperatorView => ({
    id,
    name,
    title,
    photo: null,
    role: "operator",
    state,
    connected: state !== "off",
    why: "own",
    since: Date.now() - 95 * minute,
    load: 0,
    capacity: 4,
    with: [],
    lastSeenAt: null,
  });
  server.setOperator({ ...operator("olga", "Ольга Смирнова", "Старший консультант", "online"), role: "administrator" });
  server.setOperator(operator("pavel", "Павел Ким", "Консультант", "online"));
  server.setOperator(operator("irina", "Ирина Соколова", "Доставка и возврат", "away"));
  server.setOperator(operator("viktor", "Виктор Лебедев", "Консультант", "off"));
  return { server, clock };
}

const page = (path: string, title: string): Page => ({
  url: `https://chai.example${path}`,
  title,
  referrer: "https://www.google.com/search?q=чай",
});
const longName = "Константин Константинопольский-Преображенский из Йошкар-Олы, ООО";
const green = page("/zelenyi/", "Зелёный чай");
const cart = page("/cart/", "Корзина");

/** A working afternoon: people wait, talk, and have talked before. */
export function fullScene(): Scene {
  const scene = emptyScene();
  const { server, clock } = scene;
  yesterday(scene);
  clock.ago(26);
  const irina = server.ask("Ирина Панова", "Добрый день! Подскажите, «Молочный улун» ещё будет?", {
    city: "Екатеринбург",
    page: green,
    email: "panova@mail.example",
    id: "v47",
  });
  clock.ago(25);
  server.take(irina, "olga");
  server.say(irina, "olga", "Здравствуйте, Ирина! Да, поставка в четверг. Отложить для вас 100 г?");
  clock.ago(24);
  server.say(irina, null, "Да, пожалуйста!");
  server.say(
    irina,
    null,
    "И ещё вопрос: можно ли забрать самим на Ленина, 8? Адрес нашла тут https://chai.example/kontakty/?from=chat",
  );
  clock.ago(22);
  server.note(irina, "pavel", "На Ленина до 20:00, но в четверг санитарный день. Лучше пятница.");
  clock.ago(21);
  server.say(irina, "olga", "Можно. В четверг там санитарный день, поэтому лучше в пятницу с 10 до 20.");
  server.say(irina, "olga", "Отложила 100 г на ваше имя, номер 4821.");
  server.store.seen(irina, "visitor", irina.public.length);
  clock.ago(2.4);
  server.say(irina, null, "Спасибо огромное! А чашки из той же глины у вас бывают?");
  long(scene);
  clock.ago(1.3);
  server.ask(null, "Сколько идёт доставка в Пермь?", { city: "Пермь", page: cart });
  clock.ago(4.2);
  server.ask("Олег", "Здравствуйте, не проходит оплата картой, пишет «отклонено банком». Что делать?", {
    city: "Казань",
    page: cart,
  });
  clock.ago(0.2);
  server.ask(longName, "Нужен счёт на юрлицо", { city: null, online: true, page: green });
  clock.ago(12);
  const paul = server.ask("Paul Reed", "Hi! Do you ship to Tbilisi?", {
    city: "Тбилиси",
    page: page("/en/", "Tea House"),
  });
  clock.ago(11);
  server.take(paul, "pavel");
  server.say(paul, "pavel", "Hello! Yes, 5 to 7 days by courier.");
  clock.ago(9);
  const daria = server.ask("Дарья", "Хочу вернуть чайник, у него скол на носике", { online: false });
  clock.ago(8);
  server.take(daria, "irina");
  clock.ago(0);
  return scene;
}

/** A talk of many messages, one of them of 4,000 characters. */
function long({ server, clock }: Scene): void {
  clock.ago(95);
  const maxim = server.ask("Максим Орлов", "Выбираю чай в подарок, бюджет до 3000 ₽.", { city: "Тверь", page: green });
  server.take(maxim, "olga");
  for (let step = 0; step < 70; step++) {
    clock.ago(94 - step);
    server.say(
      maxim,
      step % 3 === 0 ? "olga" : null,
      step % 3 === 0
        ? "Тогда посмотрите вот этот набор, он как раз в подарочной коробке."
        : "А есть ли что-нибудь покрепче и без ароматизаторов?",
    );
  }
  clock.ago(23);
  server.say(
    maxim,
    null,
    "Вот что мне советовали, что скажете? "
      .concat("Чёрный байховый с чабрецом, листовой, урожай этого года. ".repeat(80))
      .slice(0, 4000),
  );
  clock.ago(22);
  server.say(
    maxim,
    "olga",
    "Хороший выбор. https://chai.example/katalog/oченьдлинныйадресбезпробелов/ochen-dlinnyi-adres-bez-probelov-kotoryi-ne-pomeshaetsya-v-stroku",
  );
  server.store.seen(maxim, "visitor", maxim.public.length);
  server.store.seen(maxim, "operator", maxim.public.length);
}

const names = [null, "Анна", "Сергей Волков", "Марина"];
const questions = [
  "Где мой заказ 3390?",
  "Есть ли скидка на второй набор?",
  "Можно поменять адрес доставки?",
  "Не пришло письмо о заказе",
  "Is the gift box included?",
];

function yesterday({ server, clock }: Scene): void {
  for (let index = 0; index < 46; index++) {
    const ago = 60 * 20 + (46 - index) * 97;
    clock.ago(ago);
    const operator = index % 2 === 0 ? "olga" : "irina";
    const told = server.ask(names[index % 4] ?? null, questions[index % 5] ?? "", { online: false, page: cart });
    if (index % 11 === 7) {
      server.finish(told, "visitor");
      continue;
    }
    clock.ago(ago - 1);
    server.take(told, operator);
    clock.ago(ago - (index % 6 === 4 ? 8.2 : 2));
    server.say(told, operator, "Здравствуйте! Сейчас посмотрю.");
    clock.ago(ago - 9.5);
    server.say(told, null, "Хорошо, жду");
    clock.ago(ago - 12);
    server.say(told, operator, "Готово, письмо отправлено ещё раз.");
    server.finish(told, index % 5 === 0 ? "visitor" : "operator");
  }
  before({ server, clock }, 31, "Какой улун взять для начала?");
  before({ server, clock }, 12, "Заказ 4410 пришёл без пробника");
}

/** An earlier talk of one who is here again. */
function before({ server, clock }: Scene, days: number, question: string): void {
  clock.ago(60 * 24 * days);
  const told = server.ask("Ирина Панова", question, { id: "v47", online: false, page: green });
  server.take(told, "irina");
  server.say(told, "irina", "Здравствуйте! Уже разбираемся.");
  server.say(told, null, "Спасибо, жду");
  server.finish(told, "operator");
}
