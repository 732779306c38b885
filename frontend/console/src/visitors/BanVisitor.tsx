import { Button, Group, Modal, Radio, Select, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ban as BanIcon } from "lucide-react";
import { useState } from "react";
import { useTexts } from "../i18n/texts";
import { fieldErrors, generalError } from "../parts/fieldErrors";
import { asProblem } from "../rest/problem";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { Ban, Visitor } from "../rest/types";
import { serverNow } from "../shell/clock";
import { useSession } from "../shell/session";
import card from "../visitor/VisitorCard.module.css";
import style from "./Profile.module.css";

const lengths = { hour: 1, day: 24, week: 168, month: 720, forever: null } as const;
type Length = keyof typeof lengths;

/** Whether the visitor is served, and the way to change that. */
export function BanVisitor({ visitor }: { visitor: Visitor }) {
  const { t } = useTexts();
  const { permissions } = useSession();
  const [open, setOpen] = useState(false);
  if (!permissions.includes("answer")) return null;
  return (
    <section className={card.section}>
      {visitor.bans.map((ban) => (
        <Held key={ban.id} ban={ban} />
      ))}
      {!visitor.bans.some(({ address }) => address === null) && (
        <Button
          size="xs"
          variant="subtle"
          color="red"
          leftSection={<BanIcon size={14} aria-hidden />}
          onClick={() => setOpen(true)}
        >
          {t("ban.open")}
        </Button>
      )}
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={t("ban.title")}
        closeButtonProps={{ "aria-label": t("common.close") }}
      >
        <Form visitor={visitor} done={() => setOpen(false)} />
      </Modal>
    </section>
  );
}

function Form({ visitor, done }: { visitor: Visitor; done: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const refresh = useRefresh(visitor.id);
  const [whom, setWhom] = useState("visitor");
  const [length, setLength] = useState<Length>("day");
  const [reason, setReason] = useState("");
  const ban = useMutation({
    mutationFn: () =>
      request<Ban>("POST", `/api/visitors/${encodeURIComponent(visitor.id)}/ban`, {
        address: whom === "address",
        hours: lengths[length],
        reason: reason.trim(),
      }),
    onSuccess: () => refresh().then(done),
  });
  const errors = fieldErrors(ban.error === null ? null : asProblem(ban.error), texts);
  const options = Object.keys(lengths) as Length[];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        ban.mutate();
      }}
    >
      <Stack>
        <Radio.Group label={t("ban.whom")} value={whom} onChange={setWhom}>
          <Stack gap="xs" mt="xs">
            <Radio value="visitor" label={t("ban.visitor")} />
            <Radio
              value="address"
              label={t("ban.address")}
              description={t("ban.addressHint")}
              disabled={!visitor.online}
            />
          </Stack>
        </Radio.Group>
        <Select
          label={t("ban.length")}
          allowDeselect={false}
          data={options.map((value) => ({ value, label: t(`ban.${value}`) }))}
          value={length}
          error={errors.hours}
          onChange={(value) => setLength(value as Length)}
        />
        <TextInput
          label={t("ban.reason")}
          description={t("ban.reasonHint")}
          maxLength={200}
          value={reason}
          error={errors.reason ?? generalError(ban.error, errors, ["reason", "hours"], texts)}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="space-between" wrap="nowrap">
          <span className={card.faint}>{t("ban.warning")}</span>
          <Button type="submit" color="red" loading={ban.isPending} className={style.still ?? ""}>
            {t("ban.do")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Held({ ban }: { ban: Ban }) {
  const { t } = useTexts();
  const until = useUntil(ban);
  return (
    <p className={style.held}>
      <BanIcon size={14} aria-hidden />
      <span>
        {ban.address === null ? t("ban.held", { until }) : t("ban.heldAddress", { address: ban.address, until })}
        {ban.reason !== "" && `. ${ban.reason}`}
      </span>
      <Lift ban={ban} />
    </p>
  );
}

/** "until tomorrow, 14:02" */
export function useUntil({ until }: Ban): string {
  const { t, format } = useTexts();
  return until === null ? t("bans.forever") : t("bans.until", { time: format.dayAndTime(until, serverNow()) });
}

/** Ends a ban before its time. */
export function Lift({ ban }: { ban: Ban }) {
  const { t } = useTexts();
  const refresh = useRefresh(ban.visitor);
  const lift = useMutation({
    mutationFn: () => request("DELETE", `/api/bans/${encodeURIComponent(ban.id)}`),
    onSettled: refresh,
  });
  return (
    <Button size="compact-xs" variant="subtle" loading={lift.isPending} onClick={() => lift.mutate()}>
      {t("bans.lift")}
    </Button>
  );
}

function useRefresh(visitor: string): () => Promise<unknown> {
  const cache = useQueryClient();
  return () =>
    Promise.all([queries.bans, queries.visitor(visitor)].map(({ queryKey }) => cache.invalidateQueries({ queryKey })));
}
