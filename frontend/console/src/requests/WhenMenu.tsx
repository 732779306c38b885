import { Button, Group, Menu, Modal, Stack, TextInput } from "@mantine/core";
import type { LucideIcon } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTexts } from "../i18n/texts";
import { Keys } from "../parts/Keys";
import { timeIn } from "../parts/zones";
import { serverNow } from "../shell/clock";
import { type ShellSignal, useSignal } from "../shell/signals";
import style from "./Detail.module.css";
import { fieldOf, isWorkingTime, presetsOf, timeOfField } from "./times";

interface Props {
  label: string;
  /** What the times are for, above them. */
  title?: string;
  keys: string | undefined;
  opens: ShellSignal;
  icon: LucideIcon;
  /** The visitor's, whose clock stands beside each time. */
  zone: string | null;
  pending: boolean;
  choose: (at: number) => void;
}

/** A button that asks until when: what is usual, or a time of one's own. */
export function WhenMenu({ label, title, keys, opens, icon: Icon, zone, pending, choose }: Props) {
  const { t, format } = useTexts();
  const [opened, setOpened] = useState(false);
  const [own, setOwn] = useState(false);
  useSignal(opens, () => setOpened(true));
  const now = serverNow();
  return (
    <>
      <Menu opened={opened} onChange={setOpened} position="top-start">
        <Menu.Target>
          <Button
            size="sm"
            variant="default"
            loading={pending}
            leftSection={<Icon size={16} aria-hidden />}
            rightSection={<Keys of={keys} />}
            aria-label={label}
          >
            {label}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{title ?? t("requests.putOffUntil")}</Menu.Label>
          {presetsOf(now).map(({ name, at }) => (
            <Menu.Item key={name} onClick={() => choose(at)} rightSection={<There zone={zone} at={at} />}>
              {t(`requests.preset.${name}`, { time: format.time(at) })}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => setOwn(true)}>{t("requests.preset.own")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {own && (
        <OwnTime title={title ?? t("requests.putOffUntil")} zone={zone} close={() => setOwn(false)} choose={choose} />
      )}
    </>
  );
}

/** What the visitor's clock shows then; marked where nobody works. */
function There({ zone, at }: { zone: string | null; at: number }) {
  const { t, format } = useTexts();
  const time = zone === null ? null : timeIn(zone, at, format.locale);
  if (time === null) return null;
  return (
    <span className={style.clock} data-off={!isWorkingTime(zone, at) || undefined}>
      {t("requests.there", { time })}
    </span>
  );
}

function OwnTime({
  title,
  zone,
  close,
  choose,
}: Pick<Props, "zone" | "choose"> & { title: string; close: () => void }) {
  const { t } = useTexts();
  const [value, setValue] = useState(fieldOf(serverNow() + 2 * 3_600_000));
  const [tried, setTried] = useState(false);
  const at = timeOfField(value);
  const late = at === null || at <= serverNow();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (late) return;
    close();
    choose(at);
  };
  return (
    <Modal opened onClose={close} title={title} size="sm" closeButtonProps={{ "aria-label": t("common.close") }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            type="datetime-local"
            label={t("requests.ownTime")}
            data-autofocus
            value={value}
            error={tried && late ? t("requests.past") : undefined}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
          {at !== null && <There zone={zone} at={at} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t("common.cancel")}
            </Button>
            <Button type="submit">{t("requests.chooseTime")}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
