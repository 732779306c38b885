/** What is said in the photographed conversations. */
export const texts = {
  ru: {
    shop: "/demo/",
    question: "Здравствуйте! Какая лопата возьмёт тяжёлую глину?",
    more: "И ещё: привезёте в садовое товарищество «Ветеран»?",
    answer: "Добрый день! Берите штыковую из рессорной стали: глину режет, не гнётся.",
    link: "Вот она: https://shop.example/spade. В «Ветеран» возим по четвергам.",
    thanks: "Спасибо, беру!",
    note: "Постоянный клиент: в прошлом году брал тачку, просил звонить после шести.",
    waiting: "Подскажите, секатор подойдёт левше?",
    closed: "Когда откроете пункт выдачи на Садовой?",
    closedAnswer: "В субботу, в десять утра. Приходите!",
    name: "Константин-Александр Преображенский-Новомосковский, агроном-эксперт",
    paragraph: "Хочу посадить вдоль забора живую изгородь и не понимаю, с чего начать. ",
    typing: "А гарантия",
    wrong: "нет такого",
  },
  en: {
    shop: "/demo/en/",
    question: "Hello! Which spade will take heavy clay?",
    more: "Also: do you deliver to the Veteran allotments?",
    answer: "Good afternoon! Take the spring-steel one: it cuts clay and doesn't bend.",
    link: "Here it is: https://shop.example/spade. We go to Veteran on Thursdays.",
    thanks: "Thanks, I'll take it!",
    note: "A regular: bought a barrow last year, asks to be called after six.",
    waiting: "Would these secateurs suit a left-handed person?",
    closed: "When does the pick-up point on Sadovaya open?",
    closedAnswer: "On Saturday at ten. Do come!",
    name: "Bartholomew-Maximilian Featherstonehaugh-Cholmondeley, agronomist",
    paragraph: "I want to plant a hedge along the fence and can't see where to begin. ",
    typing: "And the warranty",
    wrong: "no such thing",
  },
} as const;

export type Texts = (typeof texts)["ru" | "en"];

/** A message as long as a visitor may write. */
export function longest(paragraph: string): string {
  return paragraph
    .repeat(Math.ceil(4000 / paragraph.length))
    .slice(0, 3999)
    .trimEnd()
    .padEnd(4000, ".");
}

/** A name of 64 characters. */
export function longName(name: string): string {
  return name.slice(0, 64).padEnd(64, "а");
}
