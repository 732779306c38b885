import type { InvitationMessages } from "./ru";

export const uk: InvitationMessages = {
  invitation: "Запрошення написати нам",
  write: "Написати",
  no: "Ні, дякую",
  close: "Закрити",
};
