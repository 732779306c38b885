import type { Loading, Uploads } from "@beseda/client/files";
import { fileSize } from "@beseda/ui/files";
import { ActionIcon, Button, Progress, Tooltip } from "@mantine/core";
import { X } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { smallOf } from "./address";
import { KindIcon } from "./KindIcon";
import style from "./Tray.module.css";

export { createUploads, keptFiles, MOST_FILES } from "@beseda/client/files";

/** Files that will go with the next answer: how far each has come, and how to do without it. */
export function Tray({ uploads, items }: { uploads: Uploads; items: readonly Loading[] }) {
  const { t } = useTexts();
  return (
    <ul className={style.tray} aria-label={t("files.list")}>
      {items.map((item) => (
        <One key={item.key} item={item} uploads={uploads} />
      ))}
    </ul>
  );
}

function One({ item, uploads }: { item: Loading; uploads: Uploads }) {
  const { t, format } = useTexts();
  const { key, name, size, sent, state, again, attachment } = item;
  const preview = item.preview ?? (attachment && smallOf(attachment));
  return (
    <li className={style.file} data-state={state}>
      {preview && state !== "failed" ? (
        <img className={style.preview} src={preview} alt="" />
      ) : (
        <KindIcon kind={attachment?.kind ?? null} />
      )}
      <div className={style.words}>
        <div className={style.name} dir="auto">
          {name}
        </div>
        <div className={style.state} role={state === "failed" ? "alert" : undefined}>
          {words(item, t)}
          {state !== "failed" && ` ${fileSize(format.locale, size)}`}
        </div>
        {(state === "loading" || state === "waiting") && (
          <Progress size={4} value={(100 * sent) / size} aria-label={t("files.loading", { name })} />
        )}
      </div>
      {state === "failed" && again && (
        <Button size="compact-xs" variant="default" onClick={() => uploads.retry(key)}>
          {t("common.retry")}
        </Button>
      )}
      <Tooltip label={t("files.remove", { name })}>
        <ActionIcon
          size={28}
          variant="subtle"
          color="gray"
          aria-label={t("files.remove", { name })}
          onClick={() => uploads.remove(key)}
        >
          <X size={15} aria-hidden />
        </ActionIcon>
      </Tooltip>
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
