import { Button, Group, Modal, MultiSelect, Stack, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { failureText } from "../actions/refusals";
import { chosenHours, HoursSelect } from "../hours/HoursChoice";
import { useTexts } from "../i18n/texts";
import { chooseTimetable, timetablesQuery } from "../rest/hours";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { Department } from "../rest/types";
import style from "./Settings.module.css";
import { useForm } from "./useForm";

/** A department, or a new one: its name, and the sites whose questions it answers. */
export function DepartmentDialog({ department, close }: { department: Department | null; close: () => void }) {
  const { t } = useTexts();
  const cache = useQueryClient();
  const sites = useQuery(queries.sites).data ?? [];
  const refresh = () =>
    Promise.all(
      [queries.departments, queries.operators, timetablesQuery].map(({ queryKey }) =>
        cache.invalidateQueries({ queryKey }),
      ),
    );
  const timetables = useQuery(timetablesQuery).data ?? [];
  const hours = chosenHours(timetables, "departments", department?.id);
  const stored = { name: department?.name ?? "", sites: department?.sites ?? [], hours };
  /** Of a new department whose hours could not be chosen: what is saved next is the same one. */
  const made = useRef<string | null>(null);
  const fields = ["name", "sites", "timetable"];
  const form = useForm(`department ${department?.id ?? "new"}`, stored, fields, async ({ hours: chosen, ...draft }) => {
    const id = department?.id ?? made.current;
    const saved =
      id === null
        ? await request<Department>("POST", "/api/departments", draft)
        : await request<Department>("PUT", `/api/departments/${id}`, draft);
    made.current = saved.id;
    if (chosen !== hours) await chooseTimetable("departments", saved.id, chosen);
    await refresh();
    close();
  });
  return (
    <Modal
      opened
      onClose={close}
      title={department === null ? t("departments.add") : department.name}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form onSubmit={form.submit}>
        <Stack>
          <TextInput
            label={t("departments.name")}
            placeholder={t("departments.namePlaceholder")}
            required
            withAsterisk={false}
            data-autofocus
            maxLength={100}
            value={form.value.name}
            error={form.errors.name ?? form.general}
            onChange={(event) => form.change({ name: event.currentTarget.value })}
          />
          <MultiSelect
            label={t("departments.sites")}
            description={t("departments.sitesHint")}
            data={sites.map(({ id, name }) => ({ value: id, label: name }))}
            value={form.value.sites}
            error={form.errors.sites}
            onChange={(chosen) => form.change({ sites: chosen })}
          />
          <HoursSelect
            kind="departments"
            timetables={timetables}
            value={form.value.hours}
            error={form.errors.timetable}
            change={(chosen) => form.change({ hours: chosen })}
          />
          <p className={style.faint}>{t("departments.peopleHint")}</p>
          <Group justify="space-between">
            {department === null ? (
              <span />
            ) : (
              <Removal department={department} done={() => void refresh().then(close)} />
            )}
            <Button type="submit" loading={form.pending} disabled={!form.dirty}>
              {t("common.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Removing asks once more, in place. */
function Removal({ department, done }: { department: Department; done: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const [sure, setSure] = useState(false);
  const removal = useMutation({
    mutationFn: () => request("DELETE", `/api/departments/${department.id}`),
    onSuccess: done,
  });
  return (
    <div>
      <Button
        variant={sure ? "light" : "subtle"}
        color="red"
        loading={removal.isPending}
        onClick={() => (sure ? removal.mutate() : setSure(true))}
        onBlur={() => setSure(false)}
      >
        {t(sure ? "departments.removeSure" : "common.delete")}
      </Button>
      {removal.error !== null && (
        <p className={style.failed} role="alert">
          {failureText(texts, removal.error, {})}
        </p>
      )}
    </div>
  );
}
