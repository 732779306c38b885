import { fileSize } from "@beseda/ui/files";
import { ActionIcon, Button, Loader, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Download } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { failureText } from "../actions/refusals";
import { useTexts } from "../i18n/texts";
import { archiveExport } from "../rest/archive";
import style from "./Archive.module.css";
import { fetchExport, type Progress, save } from "./exporting";

const formats = ["csv", "xlsx", "pdf", "json"] as const;
const kinds = ["conversations", "messages", "messages_and_notes"] as const;

interface Props {
  sought: Readonly<Record<string, string>>;
  disabled: boolean;
  /** There is room for its name. */
  told: boolean;
}

/** All that was found as a file: which one, how far it is, and the way to call it off. */
export function ExportMenu({ sought, disabled, told }: Props) {
  const texts = useTexts();
  const { t, format } = texts;
  const [running, setRunning] = useState<(Progress & { what: string }) | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const fetchAs = async (kind: (typeof kinds)[number], as: (typeof formats)[number]) => {
    const controller = new AbortController();
    abort.current = controller;
    const what = as.toUpperCase();
    setRunning({ what, rows: null, bytes: 0 });
    try {
      const name = `${kind}-${sought.from}-${sought.until}.${as}`;
      const file = await fetchExport(archiveExport(sought, as, kind), name, controller.signal, (progress) =>
        setRunning({ what, ...progress }),
      );
      save(file);
      notifications.show({ id: "export", message: t("archive.exported", { name: file.name }) });
    } catch (error) {
      if (controller.signal.aborted) return;
      const message = failureText(texts, error, {});
      notifications.show({ id: "export", color: "red", title: t("archive.exportFailed"), message });
    } finally {
      setRunning(null);
    }
  };
  if (running !== null) {
    return (
      <span className={style.exporting}>
        <Loader size={14} aria-label={t("common.loading")} />
        {t("archive.exporting", { format: running.what, size: fileSize(format.locale, running.bytes) })}
        {running.rows !== null && <span>{t("archive.exportingRows", { count: running.rows })}</span>}
        <Button size="compact-xs" variant="subtle" onClick={() => abort.current?.abort()}>
          {t("common.cancel")}
        </Button>
      </span>
    );
  }
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        {told ? (
          <Button
            size="compact-sm"
            variant="default"
            disabled={disabled}
            leftSection={<Download size={15} aria-hidden />}
          >
            {t("archive.export")}
          </Button>
        ) : (
          <ActionIcon
            variant="default"
            size={26}
            disabled={disabled}
            aria-label={t("archive.export")}
            title={t("archive.export")}
          >
            <Download size={15} aria-hidden />
          </ActionIcon>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        {kinds.map((kind) => (
          <div key={kind}>
            <Menu.Label>{t(`archive.export.${kind}`)}</Menu.Label>
            {formats.map((as) => (
              <Menu.Item
                key={as}
                aria-label={`${t(`archive.export.${kind}`)}, ${as.toUpperCase()}`}
                onClick={() => void fetchAs(kind, as)}
              >
                {as.toUpperCase()}
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
