import { Button, Checkbox, Group, Modal, Select, Stack } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTexts } from "../i18n/texts";
import type { RequestDetail } from "../rest/requests";
import { useConsole } from "../shell/line";
import style from "./Detail.module.css";
import type { Acts } from "./useActs";

interface Props {
  detail: RequestDetail;
  /** Goes along. */
  note: string;
  acts: Acts;
  close: () => void;
}

/** To whom it goes, alone or with the visitor's other ones. */
export function HandOver({ detail: { request }, note, acts, close }: Props) {
  const { t } = useTexts();
  const operators = useConsole((state) => state.operators);
  const [to, setTo] = useState<string | null>(null);
  const [all, setAll] = useState(request.others > 0);
  const people = Object.values(operators)
    .filter(({ id }) => id !== request.owner)
    .sort((one, other) => one.name.localeCompare(other.name));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (to === null) return;
    acts.perform({ act: "hand", to, all, note });
    close();
  };
  return (
    <Modal opened onClose={close} title={t("requests.handOver")} closeButtonProps={{ "aria-label": t("common.close") }}>
      <form onSubmit={submit}>
        <Stack>
          <Select
            label={t("requests.handTo")}
            searchable
            data-autofocus
            data={people.map(({ id, name, state }) => ({
              value: id,
              label: state === "online" ? `${name} · ${t("state.online")}` : name,
            }))}
            value={to}
            onChange={setTo}
            nothingFoundMessage={t("common.nothingFound")}
          />
          {request.others > 0 && (
            <Checkbox
              label={t("requests.handAll", { count: request.others + 1 })}
              checked={all}
              onChange={(event) => setAll(event.currentTarget.checked)}
            />
          )}
          {note !== "" && (
            <p className={style.said} dir="auto">
              {note}
            </p>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" disabled={to === null}>
              {t("action.handOver")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
