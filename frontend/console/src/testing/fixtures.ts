import type { FakeServer } from "@beseda/client/testing";
import type { Attachment } from "@beseda/protocol";
import type { Department, Invitation, Operator, OwnSession, ReadyAnswer, Settings, Site } from "../rest/types";

const day = 86_400_000;

export function siteOf(id: string, name: string, accent: string): Site {
  return {
    id,
    key: `k-${id}`,
    name,
    origins: ["https://chai.example", "https://www.chai.example"],
    timeZone: "Europe/Moscow",
    locale: "auto",
    accent,
    corner: "right",
    greeting: { ru: "Здравствуйте! Чем помочь?", en: "Hello! How can we help?", uk: "Вітаємо! Чим допомогти?" },
    sound: true,
    opens: false,
    todaySpan: { kind: "day" },
    consentText: null,
    disabled: false,
    snippet: `<script async src="https://chat.example/loader.js" data-site="k-${id}"></script>`,
  };
}

export function departmentsOf(): Department[] {
  return [
    { id: "d1", name: "Продажи", sites: ["site", "site2"], operators: ["olga", "pavel"] },
    { id: "d2", name: "Доставка и возврат", sites: ["site"], operators: ["irina"] },
  ];
}

export function operatorsOf(server: FakeServer, now: number): Operator[] {
  return [...server.operators.values()].map((each, index) => ({
    id: each.id,
    name: each.name,
    email: `${each.id}@chai.example`,
    title: each.title,
    role: index === 0 ? "administrator" : each.role,
    photo: each.photo,
    state: each.state,
    capacity: each.capacity,
    sites: index > 1 ? ["site"] : [],
    departments: index % 2 === 0 ? ["d1"] : ["d2"],
    languages: index === 0 ? ["ru", "en"] : [],
    skills: index === 0 ? ["оптовые заказы"] : [],
    disabled: each.id === "viktor",
    createdAt: now - 200 * day,
    secondFactor: false,
    lastSeenAt: now - index * 3_600_000,
  }));
}

export function invitationsOf(): Invitation[] {
  return [
    {
      id: "i1",
      email: "new@chai.example",
      role: "operator",
      sites: [],
      departments: ["d1"],
      expiresAt: Date.now() + 2 * day,
    },
  ];
}

export function sessionsOf(now: number): OwnSession[] {
  return [
    {
      id: "s1",
      current: true,
      createdAt: now - day,
      seenAt: now,
      address: "203.0.113.7",
      browser: "Chrome 142",
      system: "Windows 11",
    },
    {
      id: "s2",
      current: false,
      createdAt: now - 9 * day,
      seenAt: now - 2 * day,
      address: "198.51.100.23",
      browser: "Safari 18",
      system: "iPhone",
    },
  ];
}

export const anAttachment: Attachment = {
  id: "f1",
  name: "гарантия.pdf",
  kind: "document",
  type: "application/pdf",
  size: 5,
  width: null,
  height: null,
};

export const emptyAnswer: ReadyAnswer = {
  id: "",
  own: false,
  folder: "",
  title: "",
  text: "",
  document: null,
  language: null,
  department: null,
  files: [],
  used: 0,
  usedAt: null,
};

export function answersOf(): ReadyAnswer[] {
  const answer = (id: string, change: Partial<ReadyAnswer>): ReadyAnswer => ({ ...emptyAnswer, id, ...change });
  return [
    answer("a1", {
      folder: "Приветствия",
      title: "Здравствуйте",
      text: "{visitor.name|Здравствуйте}, меня зовут {operator.name}. Чем помочь?",
      language: "ru",
      used: 120,
    }),
    answer("a2", {
      folder: "Приветствия",
      title: "Hello",
      text: "Hi {visitor.name|there}! How can I help?",
      language: "en",
      used: 30,
    }),
    answer("a3", {
      folder: "Доставка",
      title: "Сроки доставки",
      text: "Довезём за 3–5 дней.\nДо двери 450 ₽.",
      department: "d1",
      used: 7,
    }),
    answer("a4", { folder: "Возврат", title: "Условия возврата", text: "Вернуть можно в течение 14 дней." }),
    answer("a5", { own: true, title: "Моя подпись", text: "{operator.name}, {company}", used: 2 }),
    answer("a7", {
      own: true,
      title: "Схема проезда",
      text: "Мы вот здесь.",
      files: [
        { ...anAttachment, id: "f7", name: "схема.png", kind: "image", type: "image/png", width: 40, height: 30 },
      ],
    }),
    answer("a6", { own: true, title: "По имени", text: "{visitor.name}, минуту!" }),
  ];
}

export function settingsOf(): Settings {
  return {
    company: "Чайный дом",
    demo: true,
    publicUrl: "https://chat.example",
    sessionIdleMinutes: 240,
    sessionAbsoluteMinutes: 720,
    invitationHours: 72,
    awayAfterMinutes: 0,
    editMinutes: 60,
    lateAfterMinutes: 5,
    lateWarningMinutes: 2,
    lateInWorkingHours: false,
  };
}
