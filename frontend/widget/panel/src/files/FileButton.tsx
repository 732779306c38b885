import { useRef } from "preact/hooks";
import { useTexts } from "../i18n/texts";
import { Icon } from "../parts/Icon";
import style from "./FileButton.module.css";

/** Chooses files from the device. */
export function FileButton({ add }: { add(files: readonly File[]): void }) {
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
      <button type="button" class={style.clip} aria-label={t("files.add")} onClick={() => input.current?.click()}>
        <Icon name="clip" />
      </button>
    </>
  );
}
