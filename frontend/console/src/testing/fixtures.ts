import type { FakeServer } from "@beseda/client/testing";
import type { Department, Invitation, Operator, OwnSession, Site } from "../rest/types";

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
      agent: "Chrome 142, Windows 11",
    },
    {
      id: "s2",
      current: false,
      createdAt: now - 9 * day,
      seenAt: now - 2 * day,
      address: "198.51.100.23",
      agent: "Safari 18, iPhone",
    },
  ];
}
