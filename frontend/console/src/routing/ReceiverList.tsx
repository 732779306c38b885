import type { Receiver } from "@beseda/client";
import type { OperatorView } from "@beseda/protocol";
import { Radio } from "@mantine/core";
import { Group } from "lucide-react";
import type { ReactNode } from "react";
import { useTexts } from "../i18n/texts";
import { isOffHours, statusOf } from "../operators/said";
import { Avatar } from "../parts/Avatar";
import { useNow } from "../shell/clock";
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
  const { id, name, photo, state, connected, load, capacity, hours } = operator;
  const now = useNow(60_000);
  const dot = state !== "off" && !connected ? "lost" : state;
  return (
    <Choice
      value={choiceOf({ operator: id })}
      name={name}
      said={statusOf(operator, now)}
      off={isOffHours(hours, now)}
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
  said = null,
  off = false,
  aside,
  disabled = false,
  children,
}: {
  value: string;
  name: string;
  /** What they tell colleagues. */
  said?: string | null;
  /** It is outside their working hours. */
  off?: boolean;
  aside?: string;
  disabled?: boolean;
  children: ReactNode;
}) {
  const { t } = useTexts();
  return (
    <Radio.Card value={value} disabled={disabled} className={style.choice ?? ""}>
      {children}
      <span className={style.name}>
        {name}
        {(said !== null || off) && (
          <small>
            {off && <span className={style.off}>{t("hours.off")}</span>}
            {said !== null && <span title={said}>{said}</span>}
          </small>
        )}
      </span>
      {aside !== undefined && <span className={style.aside}>{aside}</span>}
      <Radio.Indicator size="xs" />
    </Radio.Card>
  );
}
