import uFuzzy from "@leeoniya/ufuzzy";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useState } from "react";
import { otherLayout, plain } from "../answers/find";
import { useTexts } from "../i18n/texts";
import { Avatar } from "../parts/Avatar";
import { PickerOption } from "../parts/PickerOption";
import { queries } from "../rest/queries";
import { useConsole } from "../shell/line";
import style from "./Mentions.module.css";
import type { Mentioned } from "./mentions";

export interface PickerProps {
  conversation: string;
  query: string;
  /** Set to what takes a key of the field; true when it was the list's. */
  press: RefObject<((event: KeyboardEvent) => boolean) | null>;
  /** Tells which option is pointed at, for who hears the field. */
  point: (option: string | null) => void;
  pick: (mentioned: Mentioned) => void;
  close: () => void;
}

const shown = 8;
/** Letters of a name in their order, some of them left out. */
const matcher = new uFuzzy({ alpha: "a-zа-яіїєґ", intraMode: 0, intraIns: 3 });

/** Colleagues who may read the conversation, to choose from over the field in which the @ was typed. */
export function MentionPicker({ conversation, query, press, point, pick, close }: PickerProps) {
  const { t } = useTexts();
  const operators = useConsole((state) => state.operators);
  const asked = useQuery(queries.colleagues(conversation));
  const [active, setActive] = useState(0);
  const people = useMemo(
    () =>
      (asked.data?.operators ?? [])
        .flatMap((id) => operators[id] ?? [])
        .sort((one, other) => Number(other.connected) - Number(one.connected) || one.name.localeCompare(other.name)),
    [asked.data, operators],
  );
  const found = useMemo(() => search(people, query), [people, query]);
  // Several words that nobody is called are no search any more.
  const open = found.length > 0 || !query.includes(" ");
  const at = Math.min(active, Math.max(0, found.length - 1));
  const chosen = open ? found[at] : undefined;
  const option = chosen === undefined ? null : optionId(chosen.id);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another word, another list.
  useEffect(() => setActive(0), [query]);
  useEffect(() => {
    point(option);
    return () => point(null);
  }, [point, option]);
  useEffect(() => {
    const count = Math.max(1, found.length);
    const acts = {
      next: () => setActive((at + 1) % count),
      previous: () => setActive((at - 1 + count) % count),
      pick: chosen && (() => pick(chosen)),
      close,
    };
    press.current = (event) => {
      const wants = open && !event.nativeEvent.isComposing ? wanted(event) : null;
      const act = wants === null ? undefined : acts[wants];
      if (act === undefined) return false;
      event.preventDefault();
      act();
      return true;
    };
    return () => {
      press.current = null;
    };
  });
  if (!open) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the cursor in the field below.
    <div className={style.picker} onMouseDown={(event) => event.preventDefault()}>
      <p className={style.status} role="status">
        {asked.isPending ? t("common.loading") : t("mention.found", { count: found.length })}
      </p>
      {found.length === 0 ? (
        <p className={style.nothing}>
          {t(asked.isPending ? "common.loading" : asked.isError ? "mention.failed" : "mention.nobody")}
        </p>
      ) : (
        <div id="mention-list" className={style.options} role="listbox" aria-label={t("mention.list")}>
          {found.map((person, index) => (
            <Option
              key={person.id}
              person={person}
              selected={index === at}
              point={() => setActive(index)}
              pick={pick}
            />
          ))}
        </div>
      )}
    </div>
  );
}

function wanted({ key, shiftKey }: KeyboardEvent): "next" | "previous" | "pick" | "close" | null {
  if (key === "ArrowDown") return "next";
  if (key === "ArrowUp") return "previous";
  if ((key === "Enter" || key === "Tab") && !shiftKey) return "pick";
  return key === "Escape" ? "close" : null;
}

type Person = { id: string; name: string; title: string; photo: string | null; state: string; connected: boolean };

function Option(props: { person: Person; selected: boolean; point: () => void; pick: PickerProps["pick"] }) {
  const { person, selected, point, pick } = props;
  const { id, name, title, photo } = person;
  return (
    <PickerOption
      id={optionId(id)}
      selected={selected}
      className={style.option}
      point={point}
      pick={() => pick({ id, name })}
    >
      <Avatar id={id} name={name} photo={photo} size={26} dot={person.connected ? "online" : "off"} />
      <span className={style.optionName}>{name}</span>
      <span className={style.optionTitle}>{title}</span>
    </PickerOption>
  );
}

function optionId(operator: string): string {
  return `mention-${operator}`;
}

function search<P extends Person>(people: readonly P[], query: string): P[] {
  const wanted = plain(query.trim());
  if (wanted === "") return people.slice(0, shown);
  const names = people.map(({ name, title }) => plain(`${name} ${title}`));
  const hits = (words: string) => {
    const [places, info, order] = matcher.search(names, words, 1, names.length);
    return order?.map((at) => info.idx[at]) ?? places ?? [];
  };
  const found = hits(wanted);
  return (found.length > 0 ? found : hits(otherLayout(wanted))).flatMap((at) => people[at ?? -1] ?? []).slice(0, shown);
}
