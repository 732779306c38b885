import { Button, Menu, Modal, Notification } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Check, Download, Table, Upload } from "lucide-react";
import { useRef } from "react";
import { failureText } from "../actions/refusals";
import { useTexts } from "../i18n/texts";
import { fieldErrors } from "../parts/fieldErrors";
import { asProblem } from "../rest/problem";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import style from "./Answers.module.css";
import { faultyLines } from "./faultyLines";

interface Imported {
  added: number;
  changed: number;
  same: number;
}

/** A shelf as a CSV file: taken away, and brought in whole or not at all. */
export function AnswerFile({ own, mayChange }: { own: boolean; mayChange: boolean }) {
  const { t } = useTexts();
  const cache = useQueryClient();
  const field = useRef<HTMLInputElement>(null);
  const path = `${own ? "/api/me/answers" : "/api/answers"}/file`;
  const bringing = useMutation({
    mutationFn: (file: File) => request<Imported>("POST", path, new Blob([file], { type: "text/csv" })),
    onSuccess: () => cache.invalidateQueries({ queryKey: queries.answers.queryKey }),
  });
  const choose = (file: File | undefined) => {
    if (field.current !== null) field.current.value = "";
    if (file !== undefined) bringing.mutate(file);
  };
  return (
    <>
      <input
        ref={field}
        type="file"
        accept=".csv,text/csv"
        hidden
        aria-label={t("file.bring")}
        onChange={(event) => choose(event.currentTarget.files?.[0])}
      />
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" loading={bringing.isPending} leftSection={<Table size={16} aria-hidden />}>
            {t("file.menu")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown maw={280}>
          <Menu.Label>{t("file.textOnly")}</Menu.Label>
          <Menu.Item component="a" href={path} download leftSection={<Download size={16} aria-hidden />}>
            {t("file.take")}
          </Menu.Item>
          {mayChange && (
            <Menu.Item leftSection={<Upload size={16} aria-hidden />} onClick={() => field.current?.click()}>
              {t("file.bring")}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {bringing.data !== undefined && <Done imported={bringing.data} close={bringing.reset} />}
      {bringing.error !== null && <Refused error={bringing.error} close={bringing.reset} />}
    </>
  );
}

function Done({ imported, close }: { imported: Imported; close: () => void }) {
  const { t, format } = useTexts();
  const { added, changed, same } = imported;
  return (
    <Notification
      className={style.done ?? ""}
      icon={<Check size={18} aria-hidden />}
      role="status"
      onClose={close}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      {t("file.done", {
        added: format.number(added),
        changed: format.number(changed),
        same: format.number(same),
      })}
    </Notification>
  );
}

/** Every line that is wrong, by the number it has in the file. */
function Refused({ error, close }: { error: Error; close: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const lines = faultyLines(fieldErrors(asProblem(error), texts), texts);
  return (
    <Modal opened onClose={close} title={t("file.refused")} closeButtonProps={{ "aria-label": t("common.close") }}>
      <p className={style.refused} role="alert">
        {lines.length === 0 ? failureText(texts, error, {}) : t("file.refusedHint")}
      </p>
      <ul className={style.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Modal>
  );
}
