import { ActionIcon, Tooltip } from "@mantine/core";
import { Paperclip } from "lucide-react";
import { useRef } from "react";
import { useTexts } from "../i18n/texts";

/** Chooses files from the computer. */
export function FileButton({ add }: { add: (files: readonly File[]) => void }) {
  const { t } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          add([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
      <Tooltip label={t("files.add")}>
        <ActionIcon
          size={30}
          variant="subtle"
          color="gray"
          aria-label={t("files.add")}
          onClick={() => input.current?.click()}
        >
          <Paperclip size={17} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
