import type { Receiver } from "@beseda/client";
import type { OperatorView } from "@beseda/protocol";
import { Radio } from "@mantine/core";
import { Group } from "lucide-react";
import type { ReactNode } from "react";
import { useTexts } from "../i18n/texts";
import { Avatar } from "../parts/Avatar";
import style from "./HandOver.module.css";
import { choiceOf, type Receivers, receiverOf } from "./receivers";

interface Props {
  found: Receivers;
  chosen: Receiver | null;
  choose: (receiver: Receiver) => void;
}

/** People and departments to choose one of. */
export function ReceiverList({ found, chosen, choose }: Props) {
  const { t } = useTexts();
  const nothing = found.online.length + found.departments.length + found.absent.length === 0;
  return (
    <Radio.Group
      className={style.list ?? ""}
      aria-label={t("handOver.to")}
      value={chosen === null ? "" : choiceOf(chosen)}
      onChange={(value) => choose(receiverOf(value))}
    >
      {nothing && <p className={style.nothing}>{t("common.nothingFound")}</p>}
      <Part title={t("handOver.people")} shown={found.online.length > 0}>
        {found.online.map((operator) => (
          <Person key={operator.id} operator={operator} />
        ))}
      </Part>
      <Part title={t("handOver.departments")} shown={found.departments.length > 0}>
        {found.departments.map(({ id, name }) => (
          <Choice key={id} value={choiceOf({ department: id })} name={name}>
            <span className={style.sign}>
              <Group size={16} aria-hidden />
            </span>
          </Choice>
        ))}
      </Part>
      <Part title={t("handOver.absent")} shown={found.absent.length > 0}>
        {found.absent.map((operator) => (
          <Person key={operator.id} operator={operator} absent />
        ))}
      </Part>
    </Radio.Group>
  );
}

function Part({ title, shown, children }: { title: string; shown: boolean; children: ReactNode }) {
  if (!shown) return null;
  return (
    <>
      <h4 className={style.part}>{title}</h4>
      {children}
    </>
  );
}

/** Who isn't there can't say yes: shown, so that nobody looks for them, but not to be chosen. */
function Person({ operator, absent = false }: { operator: OperatorView; absent?: boolean }) {
  const { t } = useTexts();
  const { id, name, photo, state, connected, load, capacity } = operator;
  const dot = state !== "off" && !connected ? "lost" : state;
  return (
    <Choice
      value={choiceOf({ operator: id })}
      name={name}
      aside={t("handOver.load", { load, capacity })}
      disabled={absent}
    >
      <Avatar id={id} name={name} photo={photo} size={28} dot={dot} />
    </Choice>
  );
}

function Choice({
  value,
  name,
  aside,
  disabled = false,
  children,
}: {
  value: string;
  name: string;
  aside?: string;
  disabled?: boolean;
  children: ReactNode;
}) {
  return (
    <Radio.Card value={value} disabled={disabled} className={style.choice ?? ""}>
      {children}
      <span className={style.name}>{name}</span>
      {aside !== undefined && <span className={style.aside}>{aside}</span>}
      <Radio.Indicator size="xs" />
    </Radio.Card>
  );
}
