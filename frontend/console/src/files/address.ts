import type { Attachment } from "@beseda/protocol";

/** Where an operator has a file of a conversation. */
export const addressOf = ({ id }: Attachment): string => `/api/files/${id}`;
