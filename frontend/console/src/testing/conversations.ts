import type { Conversation, VisitorSummary } from "@beseda/protocol";

/** A conversation for tests: waiting since the epoch's first second, changed as said. */
export function aConversation(
  id: string,
  change: Partial<Conversation> = {},
  visitor: Partial<VisitorSummary> = {},
): Conversation {
  return {
    id,
    site: "site",
    department: null,
    state: "waiting",
    owner: null,
    version: 1,
    visitor: {
      id: `visitor of ${id}`,
      name: null,
      email: null,
      phone: null,
      label: "Посетитель 1042",
      city: null,
      online: true,
      page: null,
      ...visitor,
    },
    openedAt: 1000,
    takenAt: null,
    closedAt: null,
    waitingSince: 1000,
    publicTop: 2,
    internalTop: 0,
    visitorSeen: 0,
    operatorSeen: 0,
    offer: null,
    transfer: null,
    place: null,
    preview: { author: { kind: "visitor" }, text: "Вопрос", at: 1000 },
    ...change,
  };
}
