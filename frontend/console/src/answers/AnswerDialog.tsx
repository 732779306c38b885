import { Autocomplete, Button, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { failureText } from "../actions/refusals";
import { languages, useTexts } from "../i18n/texts";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { AnswerDraft, Locale, ReadyAnswer } from "../rest/types";
import style from "../settings/Settings.module.css";
import { type Form, useForm } from "../settings/useForm";
import { AnswerWords } from "./AnswerWords";

interface Props {
  answer: ReadyAnswer | null;
  own: boolean;
  close: () => void;
}

const AnswerFiles = lazy(() => import("./AnswerFiles").then(({ AnswerFiles }) => ({ default: AnswerFiles })));

const fields = ["folder", "title", "text", "language", "department", "files"] as const;

/** A ready answer, or a new one. */
export function AnswerDialog({ answer, own, close }: Props) {
  const { t } = useTexts();
  const cache = useQueryClient();
  const shelf = own ? "/api/me/answers" : "/api/answers";
  const stored: AnswerDraft = {
    folder: answer?.folder ?? "",
    title: answer?.title ?? "",
    text: answer?.text ?? "",
    document: answer?.document ?? null,
    language: answer?.language ?? null,
    department: answer?.department ?? null,
    files: answer?.files ?? [],
  };
  const [loading, setLoading] = useState(false);
  const done = async () => {
    await cache.invalidateQueries({ queryKey: queries.answers.queryKey });
    close();
  };
  const form = useForm(`answer ${answer?.id ?? shelf}`, stored, fields, async (draft) => {
    const said = { ...draft, files: draft.files.map(({ id }) => id) };
    if (answer === null) await request("POST", shelf, said);
    else await request("PUT", `${shelf}/${answer.id}`, said);
    await done();
  });
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={answer === null ? t("answers.add") : answer.title}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form onSubmit={form.submit}>
        <Stack>
          <TextInput
            label={t("answers.title")}
            placeholder={t("answers.titlePlaceholder")}
            required
            withAsterisk={false}
            data-autofocus
            maxLength={100}
            value={form.value.title}
            error={form.errors.title ?? form.general}
            onChange={(event) => form.change({ title: event.currentTarget.value })}
          />
          <AnswerWords form={form} />
          <Suspense>
            <AnswerFiles form={form} busy={setLoading} />
          </Suspense>
          <Place form={form} own={own} />
          <Group justify="space-between">
            {answer === null ? <span /> : <Removal path={`${shelf}/${answer.id}`} done={done} />}
            <Button type="submit" loading={form.pending} disabled={!form.dirty || loading}>
              {t("common.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Where it is kept, and for whom it is. */
function Place({ form, own }: { form: Form<AnswerDraft>; own: boolean }) {
  const { t } = useTexts();
  const departments = useQuery(queries.departments).data ?? [];
  const known = useQuery(queries.answers).data;
  const folders = new Set((own ? known?.own : known?.common)?.map(({ folder }) => folder));
  folders.delete("");
  return (
    <>
      <div className={style.pair}>
        <Autocomplete
          label={t("answers.folder")}
          placeholder={t("answers.folderPlaceholder")}
          maxLength={60}
          data={[...folders].sort()}
          value={form.value.folder}
          error={form.errors.folder}
          onChange={(folder) => form.change({ folder })}
        />
        <Select
          label={t("answers.language")}
          allowDeselect={false}
          data={[
            { value: "", label: t("answers.anyLanguage") },
            ...languages.map((value) => ({ value, label: t(`language.${value}`) })),
          ]}
          value={form.value.language ?? ""}
          error={form.errors.language}
          onChange={(value) => form.change({ language: value ? (value as Locale) : null })}
        />
      </div>
      {!own && departments.length > 0 && (
        <Select
          label={t("answers.department")}
          allowDeselect={false}
          data={[
            { value: "", label: t("answers.anyDepartment") },
            ...departments.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={form.value.department ?? ""}
          error={form.errors.department}
          onChange={(value) => form.change({ department: value || null })}
        />
      )}
    </>
  );
}

/** Removing asks once more, in place. */
function Removal({ path, done }: { path: string; done: () => Promise<void> }) {
  const texts = useTexts();
  const { t } = texts;
  const [sure, setSure] = useState(false);
  const removal = useMutation({ mutationFn: () => request("DELETE", path), onSuccess: done });
  return (
    <div>
      <Button
        variant={sure ? "light" : "subtle"}
        color="red"
        loading={removal.isPending}
        onClick={() => (sure ? removal.mutate() : setSure(true))}
        onBlur={() => setSure(false)}
      >
        {t(sure ? "answers.removeSure" : "common.delete")}
      </Button>
      {removal.error !== null && (
        <p className={style.failed} role="alert">
          {failureText(texts, removal.error, {})}
        </p>
      )}
    </div>
  );
}
