import { ActionIcon, Tooltip } from "@mantine/core";
import { Paperclip } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { useChoosing } from "./useChoosing";

/** Chooses files from the computer. */
export function FileButton({ add }: { add: (files: readonly File[]) => void }) {
  const { t } = useTexts();
  const [field, open] = useChoosing(add);
  return (
    <>
      {field}
      <Tooltip label={t("files.add")}>
        <ActionIcon size={30} variant="subtle" color="gray" aria-label={t("files.add")} onClick={open}>
          <Paperclip size={17} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
