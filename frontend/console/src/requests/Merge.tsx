import { Button, Group, Modal, Radio, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTexts } from "../i18n/texts";
import { kindNamesQuery, type RequestRow } from "../rest/requests";
import { useNow } from "../shell/clock";
import type { Acts } from "./useActs";
import { kindWords } from "./words";

/** Into which other request of the visitor it goes, and ends itself. */
export function Merge({ others, acts, close }: { others: readonly RequestRow[]; acts: Acts; close: () => void }) {
  const { t, format, language } = useTexts();
  const now = useNow(60_000);
  const kinds = useQuery(kindNamesQuery).data;
  const open = others.filter(({ state }) => state !== "done");
  const [into, setInto] = useState(open[0]?.id ?? "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    acts.perform({ act: "merge", into });
    close();
  };
  return (
    <Modal opened onClose={close} title={t("requests.merge")} closeButtonProps={{ "aria-label": t("common.close") }}>
      <form onSubmit={submit}>
        <Stack>
          <Radio.Group
            label={t("requests.mergeWith")}
            description={t("requests.mergeHint")}
            value={into}
            onChange={setInto}
          >
            <Stack gap="xs" mt="xs">
              {open.map((row) => (
                <Radio
                  key={row.id}
                  value={row.id}
                  label={`${kindWords(kinds, row.kind, language)}, ${format.dayAndTime(row.arrivedAt, now)}`}
                  description={row.text.slice(0, 80)}
                />
              ))}
            </Stack>
          </Radio.Group>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t("common.cancel")}
            </Button>
            <Button type="submit">{t("requests.mergeNow")}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
