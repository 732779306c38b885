import { Alert, Button, Group, Modal, MultiSelect, SegmentedControl, Stack, TagsInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLists } from "../archive/useLists";
import { useTexts } from "../i18n/texts";
import { ZoneSelect } from "../parts/ZoneSelect";
import { zone as ownZone } from "../rest/archive";
import {
  type Cadence,
  cadences,
  removeSchedule,
  type Schedule,
  type ScheduleDraft,
  saveSchedule,
} from "../rest/schedules";
import { type Form, useForm } from "../settings/useForm";
import { useSession } from "../shell/session";
import style from "./Reports.module.css";

const fields = ["name", "cadence", "time", "zone", "emails", "sites", "departments", "operators"] as const;

/** Which report goes out when and to whom. */
export function ScheduleDialog({ schedule, close }: { schedule: Schedule | null; close: () => void }) {
  const { t } = useTexts();
  const { operator } = useSession();
  const cache = useQueryClient();
  const done = async () => {
    await cache.invalidateQueries({ queryKey: ["reports", "schedules"] });
    close();
  };
  const remove = useMutation({ mutationFn: removeSchedule, onSuccess: done });
  const stored = schedule === null ? fresh(operator.email) : draftOf(schedule);
  const form = useForm(`schedule ${schedule?.id ?? "new"}`, stored, fields, async (draft) => {
    await saveSchedule(schedule?.id ?? null, draft);
    await done();
  });
  return (
    <Modal
      opened
      onClose={close}
      title={t(schedule === null ? "schedules.add" : "schedules.edit")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form onSubmit={form.submit} noValidate>
        <Stack gap="sm">
          {form.general !== null && <Alert color="red" title={form.general} />}
          {remove.isError && <Alert color="red" title={t("schedules.notRemoved")} />}
          <When form={form} />
          <TagsInput
            label={t("schedules.emails")}
            description={t("schedules.emailsHint")}
            required
            value={[...form.value.emails]}
            error={form.errors.emails}
            maxTags={10}
            splitChars={[",", ";", " "]}
            acceptValueOnBlur
            clearable={false}
            onChange={(emails) => form.change({ emails })}
          />
          <Narrowed form={form} />
          <Group justify="space-between" gap="xs">
            {schedule === null ? (
              <span />
            ) : (
              <Button
                variant="subtle"
                color="red"
                loading={remove.isPending}
                onClick={() => remove.mutate(schedule.id)}
              >
                {t("schedules.remove")}
              </Button>
            )}
            <Button type="submit" loading={form.pending} disabled={schedule !== null && !form.dirty}>
              {t("common.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function When({ form }: { form: Form<ScheduleDraft> }) {
  const { t } = useTexts();
  const { value, errors, change } = form;
  return (
    <>
      <TextInput
        label={t("schedules.name")}
        placeholder={t("schedules.namePlaceholder")}
        required
        maxLength={80}
        data-autofocus
        value={value.name}
        error={errors.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <SegmentedControl
        aria-label={t("schedules.cadence")}
        fullWidth
        data={cadences.map((cadence) => ({ value: cadence, label: t(`schedules.cadence.${cadence}`) }))}
        value={value.cadence}
        onChange={(cadence) => change({ cadence: cadence as Cadence })}
      />
      <p className={style.hint}>{t(`schedules.every.${value.cadence}`)}</p>
      <TextInput
        type="time"
        label={t("schedules.time")}
        required
        value={value.time}
        error={errors.time}
        onChange={(event) => change({ time: event.currentTarget.value })}
      />
      <ZoneSelect value={value.zone} error={errors.zone} change={(zone) => change({ zone })} />
    </>
  );
}

function Narrowed({ form: { value, errors, change } }: { form: Form<ScheduleDraft> }) {
  const { t } = useTexts();
  const lists = useLists();
  return (["sites", "departments", "operators"] as const).map((list) => {
    const known = lists[list];
    if (known.length === 0 && value[list].length === 0) return null;
    // What is gone since is shown to be taken out: with it nothing can be saved.
    const gone = value[list].filter((id) => known.every(({ value: other }) => other !== id));
    const data = [...known, ...gone.map((id) => ({ value: id, label: t("schedules.gone") }))];
    return (
      <MultiSelect
        key={list}
        label={t(`archive.${list}`)}
        data={data}
        value={[...value[list]]}
        placeholder={value[list].length === 0 ? t("archive.any") : ""}
        error={errors[list]}
        onChange={(ids) => change({ [list]: ids })}
        searchable
        hidePickedOptions
        nothingFoundMessage={t("common.nothingFound")}
        comboboxProps={{ shadow: "md" }}
      />
    );
  });
}

function fresh(email: string): ScheduleDraft {
  return {
    name: "",
    cadence: "week",
    zone: ownZone(),
    time: "09:00",
    sites: [],
    departments: [],
    operators: [],
    emails: [email],
  };
}

function draftOf({ name, cadence, zone, time, sites, departments, operators, emails }: Schedule): ScheduleDraft {
  return { name, cadence, zone, time, sites, departments, operators, emails };
}
