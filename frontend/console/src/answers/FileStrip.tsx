import type { Attachment } from "@beseda/protocol";
import { fileSize } from "@beseda/ui/files";
import { Badge } from "@mantine/core";
import { Paperclip } from "lucide-react";
import { smallOf } from "../files/address";
import { KindIcon } from "../files/KindIcon";
import { useTexts } from "../i18n/texts";
import style from "./FileStrip.module.css";

/** The files of a ready answer to look at: small pictures, and names of everything else. */
export function FileStrip({ files }: { files: readonly Attachment[] }) {
  const { format } = useTexts();
  if (files.length === 0) return null;
  return (
    <ul className={style.strip}>
      {files.map((file) => {
        const small = smallOf(file);
        return (
          <li key={file.id}>
            {small === null ? (
              <span className={style.card}>
                <KindIcon kind={file.kind} />
                <span className={style.name} dir="auto">
                  {file.name}
                </span>
                <span className={style.size}>{fileSize(format.locale, file.size)}</span>
              </span>
            ) : (
              <img className={style.picture} src={small} alt={file.name} title={file.name} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** That files go along, and how many. */
export function FileMark({ files }: { files: readonly Attachment[] }) {
  const { t } = useTexts();
  if (files.length === 0) return null;
  const words = t("answers.filesCount", { count: files.length });
  return (
    <Badge
      component="span"
      className={style.mark ?? ""}
      size="sm"
      variant="light"
      color="gray"
      title={words}
      aria-label={words}
      leftSection={<Paperclip size={11} aria-hidden />}
    >
      {files.length}
    </Badge>
  );
}
