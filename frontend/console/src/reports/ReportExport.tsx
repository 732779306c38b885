import { Button, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Download } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { failureText } from "../actions/refusals";
import { fetchExport, save } from "../archive/exporting";
import { useTexts } from "../i18n/texts";
import { type Grouping, type ReportQuestion, reportExport } from "../rest/reports";

const formats = ["csv", "xlsx", "pdf"] as const;

interface Props {
  question: ReportQuestion;
  disabled: boolean;
  /** Which table; the summary unless told. */
  group?: Grouping | "goals" | "worktime";
}

/** What is on the screen, as a file with the meaning of each figure in it. */
export function ReportExport({ question, disabled, group }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const [busy, setBusy] = useState(false);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const fetchAs = async (format: (typeof formats)[number]) => {
    const controller = new AbortController();
    abort.current = controller;
    setBusy(true);
    try {
      const name = `beseda-${group ?? "summary"}-${question.from}-${question.until}.${format}`;
      const file = await fetchExport(
        reportExport(question, group ?? "summary", format),
        name,
        controller.signal,
        nothing,
      );
      save(file);
      notifications.show({ id: "export", message: t("archive.exported", { name: file.name }) });
    } catch (error) {
      if (controller.signal.aborted) return;
      const message = failureText(texts, error, {});
      notifications.show({ id: "export", color: "red", title: t("archive.exportFailed"), message });
    } finally {
      setBusy(false);
    }
  };
  const what = t(group === undefined ? "reports.export.summary" : `reports.export.${group}`);
  return (
    <Menu position="bottom-end" width={160}>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          disabled={disabled}
          loading={busy}
          leftSection={<Download size={15} aria-hidden />}
          aria-label={`${t("archive.export")}: ${what}`}
          data-unprinted
        >
          {t("archive.export")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{what}</Menu.Label>
        {formats.map((format) => (
          <Menu.Item key={format} onClick={() => void fetchAs(format)}>
            {format.toUpperCase()}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const nothing = () => undefined;
