import { Alert, Button, Group, Modal, SegmentedControl, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Day } from "../archive/days";
import { type Texts, useTexts } from "../i18n/texts";
import { type FieldErrors, fieldErrors, generalError } from "../parts/fieldErrors";
import { asProblem } from "../rest/problem";
import { type Correction, type CorrectionDraft, signCorrection } from "../rest/reports";
import { useConsole } from "../shell/line";
import { signedHours } from "./numbers";
import { minutesIn } from "./worked";

/** A correction to come, or one to be undone. */
export type Correcting =
  | { readonly kind: "new"; readonly operator: string; readonly day: Day }
  | { readonly kind: "withdraw"; readonly correction: Correction };

interface Props {
  correcting: Correcting;
  zone: string;
  today: Day;
  close: () => void;
}

const fields = ["operator", "day", "kind", "seconds", "reason"] as const;

/** Signs for time that was not seen, or was seen wrongly: as a row of its own, with its reason. */
export function CorrectionDialog({ correcting, zone, today, close }: Props) {
  const texts = useTexts();
  const { t, format } = texts;
  const fresh = correcting.kind === "new";
  const [typed, setTyped] = useState({
    operator: fresh ? correcting.operator : "",
    day: fresh ? correcting.day : "",
    kind: "online",
    minutes: "",
    reason: "",
  });
  const [tried, setTried] = useState(false);
  const asked = useQueryClient();
  const sign = useMutation({
    mutationFn: (draft: CorrectionDraft) => signCorrection(draft),
    onSuccess: async () => {
      await asked.invalidateQueries({ queryKey: ["worktime"] });
      void asked.invalidateQueries({ queryKey: ["reports"] });
      close();
    },
  });
  const set = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part });
  const needed = needs(typed, fresh, texts);
  const refused = refusals(sign.error, texts);
  const told: Partial<Record<string, string>> = { ...refused, ...(tried ? needed : {}) };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(needed).length > 0) return;
    const { operator, day, kind, minutes, reason } = typed;
    sign.mutate(
      fresh
        ? { operator, day, zone, kind, seconds: (minutesIn(minutes) ?? 0) * 60, reason }
        : { reason, withdraws: correcting.correction.id },
    );
  };
  const general = generalError(sign.error, refused, fields, texts);
  return (
    <Modal
      opened
      onClose={close}
      title={t(fresh ? "worktime.correct" : "worktime.withdraw")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {general !== null && <Alert color="red" title={general} />}
          {fresh ? (
            <NewFields typed={typed} set={set} told={told} today={today} />
          ) : (
            <p>
              {signedHours(correcting.correction.seconds * 1000, format.locale)}
              {" · "}
              {correcting.correction.reason}
            </p>
          )}
          <Textarea
            label={t("worktime.reason")}
            autosize
            minRows={2}
            required
            withAsterisk={false}
            data-autofocus={!fresh || undefined}
            value={typed.reason}
            error={told.reason}
            onChange={(event) => set({ reason: event.currentTarget.value })}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" loading={sign.isPending}>
              {t("worktime.sign")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** What is missing before anybody is asked. */
function needs(typed: Typed, fresh: boolean, { t }: Texts): Partial<Record<string, string>> {
  const missing = t("field.required");
  const reason = typed.reason.trim() === "" ? { reason: missing } : {};
  if (!fresh) return reason;
  return {
    ...reason,
    ...(typed.operator === "" ? { operator: missing } : {}),
    ...(typed.day === "" ? { day: missing } : {}),
    ...(minutesIn(typed.minutes) === null ? { seconds: t("worktime.minutesWrong") } : {}),
  };
}

/** The server counts in seconds, the field in minutes: its sentence would confuse. */
function refusals(error: Error | null, texts: Texts): FieldErrors {
  const errors = fieldErrors(error === null ? null : asProblem(error), texts);
  return errors.seconds === undefined ? errors : { ...errors, seconds: texts.t("worktime.minutesFar") };
}

interface Typed {
  operator: string;
  day: string;
  kind: string;
  minutes: string;
  reason: string;
}

interface FieldProps {
  typed: Typed;
  set: (part: Partial<Typed>) => void;
  told: Partial<Record<string, string>>;
  today: Day;
}

function NewFields({ typed, set, told, today }: FieldProps) {
  const { t } = useTexts();
  const operators = useConsole((state) => state.operators);
  const people = Object.values(operators)
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((one, other) => one.label.localeCompare(other.label));
  return (
    <>
      <Select
        label={t("reports.one.operator")}
        data={people}
        value={typed.operator === "" ? null : typed.operator}
        error={told.operator}
        onChange={(operator) => set({ operator: operator ?? "" })}
        searchable
        required
        withAsterisk={false}
        data-autofocus
        openOnFocus={false}
        nothingFoundMessage={t("common.nothingFound")}
      />
      <TextInput
        type="date"
        label={t("worktime.day")}
        max={today}
        required
        withAsterisk={false}
        value={typed.day}
        error={told.day}
        onChange={(event) => set({ day: event.currentTarget.value })}
      />
      <SegmentedControl
        aria-label={t("worktime.kind")}
        data={[
          { value: "online", label: t("worktime.online") },
          { value: "away", label: t("worktime.away") },
        ]}
        value={typed.kind}
        onChange={(kind) => set({ kind })}
      />
      <TextInput
        label={t("worktime.minutes")}
        description={t("worktime.minutesHint")}
        inputMode="text"
        required
        withAsterisk={false}
        value={typed.minutes}
        error={told.seconds}
        onChange={(event) => set({ minutes: event.currentTarget.value })}
      />
    </>
  );
}
