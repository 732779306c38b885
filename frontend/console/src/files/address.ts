import type { Attachment } from "@beseda/protocol";

/** Where an operator has a file of a conversation. */
export const addressOf = ({ id }: Attachment): string => `/api/files/${id}`;

/** Where its small picture is; null: it is no picture that is shown. */
export const smallOf = (file: Attachment): string | null =>
  file.width === null || file.height === null ? null : `${addressOf(file)}?size=small`;
