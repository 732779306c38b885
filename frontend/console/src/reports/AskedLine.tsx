import type { ReactNode } from "react";
import { noonOf } from "../archive/days";
import { useTexts } from "../i18n/texts";
import { zoneName } from "../parts/zones";
import { useConsole } from "../shell/line";
import style from "./Reports.module.css";
import type { Asking } from "./useAsked";

/** What all of it is about, in words: also for paper, where the fields are not. */
export function AskedLine({ asking: { asked, zone }, children }: { asking: Asking; children?: ReactNode }) {
  const { format } = useTexts();
  const operators = useConsole((state) => state.operators);
  const departments = useConsole((state) => state.departments);
  const sites = useConsole((state) => state.sites);
  const named = (all: readonly { id: string; name: string }[], ids: readonly string[]) =>
    ids.flatMap((id) => all.find((each) => each.id === id)?.name ?? []);
  const chosen = [
    ...named(sites, asked.sites),
    ...named(departments, asked.departments),
    ...named(Object.values(operators), asked.operators),
  ];
  const date = new Intl.DateTimeFormat(format.locale, { dateStyle: "long" });
  const at = noonOf(asked.from);
  const told = [
    ...(asked.zone === "" ? [] : [zoneName(zone, at, format.locale) ?? zone]),
    ...(chosen.length === 0 ? [] : [chosen.join(", ")]),
  ];
  return (
    <p className={style.asked}>
      <strong>{date.formatRange(at, noonOf(asked.until))}</strong>
      {told.map((each) => ` · ${each}`)} {children}
    </p>
  );
}
