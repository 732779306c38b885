import type { Loading, Uploads } from "@beseda/client/files";
import { fileSize } from "@beseda/ui/files";
import { useEffect, useRef } from "preact/hooks";
import { useTexts } from "../i18n/texts";
import { Icon } from "../parts/Icon";
import style from "./Tray.module.css";

export { createUploads, keptFiles } from "@beseda/client/files";

/** Files that will go with the next message: how far each has come, and how to do without it. */
export function Tray({ uploads, items }: { readonly uploads: Uploads; readonly items: readonly Loading[] }) {
  const { t } = useTexts();
  return (
    <ul class={style.tray} aria-label={t("files.list")}>
      {items.map((item) => (
        <One key={item.key} item={item} uploads={uploads} />
      ))}
    </ul>
  );
}

function One({ item, uploads }: { readonly item: Loading; readonly uploads: Uploads }) {
  const { t, format } = useTexts();
  const { key, name, size, sent, state, again, preview } = item;
  const row = useRef<HTMLLIElement>(null);
  // What went wrong may be below the edge of the list.
  useEffect(() => {
    if (state === "failed") row.current?.scrollIntoView({ block: "nearest" });
  }, [state]);
  const going = state === "loading" || state === "waiting";
  return (
    <li ref={row} class={style.file} data-state={state}>
      {preview && state !== "failed" ? <img src={preview} alt="" /> : <Icon name="file" class={style.icon} />}
      <span class={style.name} dir="auto">
        {name}
      </span>
      <span class={style.state} role={state === "failed" ? "alert" : undefined}>
        {words(item, t)}
        {state !== "failed" && ` ${fileSize(format.locale, size)}`}
      </span>
      {going && <progress class={style.progress} max={size} value={sent} aria-label={t("files.loading", { name })} />}
      <span class={style.acts}>
        {state === "failed" && again && (
          <button type="button" class={style.again} onClick={() => uploads.retry(key)}>
            {t("unsent.retry")}
          </button>
        )}
        <button type="button" aria-label={t("files.remove", { name })} onClick={() => uploads.remove(key)}>
          <Icon name="close" />
        </button>
      </span>
    </li>
  );
}

function words({ state, problem, sent, size }: Loading, t: ReturnType<typeof useTexts>["t"]): string {
  switch (state) {
    case "failed":
      return problem || t("files.failed");
    case "loading":
      return t("files.percent", { percent: Math.floor((100 * sent) / size) });
    case "waiting":
      return sent > 0 ? t("files.resumes") : t("files.waits");
    case "ready":
      return "";
  }
}
