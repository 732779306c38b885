import type { InvitationMessages } from "./ru";

export const en: InvitationMessages = {
  invitation: "An invitation to write to us",
  write: "Write",
  no: "No, thanks",
  close: "Close",
};
