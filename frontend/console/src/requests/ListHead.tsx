import { CloseButton, Menu, Select, TextInput, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ChevronDown, Search } from "lucide-react";
import { useTyped } from "../archive/useTyped";
import { useTexts } from "../i18n/texts";
import { countsQuery, type KindName, type RequestCounts, type Show, type Sort, sorts } from "../rest/requests";
import type { Filters } from "./filters";
import style from "./Requests.module.css";
import { wordsIn } from "./words";

const counted = ["unclaimed", "mine", "overdue", "today", "snoozed"] as const satisfies readonly Show[];
const others = ["claimed", "done", "all"] as const satisfies readonly Show[];

interface Props {
  filters: Filters;
  kinds: readonly KindName[] | undefined;
  change: (filters: Partial<Filters>) => void;
}

/** Which of them, of what kind, with which words, in what order. */
export function ListHead({ filters, kinds, change }: Props) {
  const { t } = useTexts();
  const words = useTyped(filters.words, (typed) => change({ words: typed }), 250);
  return (
    <header className={style.head}>
      <h2 className={style.title}>{t("requests.title")}</h2>
      <Shows show={filters.show} change={(show) => change({ show })} />
      <TextInput
        type="search"
        size="xs"
        variant="filled"
        classNames={{ input: style.search ?? "" }}
        value={words.typed}
        onChange={(event) => words.type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") words.now();
          if (event.key === "Escape") words.type("");
        }}
        placeholder={t("requests.search")}
        aria-label={t("requests.search")}
        leftSection={<Search size={15} aria-hidden />}
        rightSection={
          words.typed !== "" && (
            <CloseButton size="xs" aria-label={t("common.clear")} onClick={() => change({ words: "" })} />
          )
        }
      />
      <div className={style.choices}>
        <KindSelect kind={filters.kind} kinds={kinds} change={(kind) => change({ kind })} />
        <Select
          size="xs"
          aria-label={t("requests.sort")}
          allowDeselect={false}
          data={sorts.map((sort) => ({ value: sort, label: t(`requests.sort.${sort}`) }))}
          value={filters.sort}
          onChange={(sort) => sort !== null && change({ sort: sort as Sort })}
          comboboxProps={{ shadow: "md", width: "max-content", position: "bottom-end" }}
        />
      </div>
    </header>
  );
}

function KindSelect({ kind, kinds, change }: { kind: string; kinds: Props["kinds"]; change: (kind: string) => void }) {
  const { t, language } = useTexts();
  const own = (kinds ?? []).map(({ id, name }) => ({ value: id, label: wordsIn(name, language) }));
  return (
    <Select
      size="xs"
      aria-label={t("requests.kind")}
      allowDeselect={false}
      data={[
        { value: "", label: t("requests.kinds.all") },
        { value: "call", label: t("requests.kinds.call") },
        { value: "letter", label: t("requests.kinds.letter") },
        ...own,
      ]}
      value={kind}
      onChange={(next) => change(next ?? "")}
      comboboxProps={{ shadow: "md", width: "max-content", position: "bottom-start" }}
    />
  );
}

function Shows({ show, change }: { show: Show; change: (show: Show) => void }) {
  const { t } = useTexts();
  const counts = useQuery(countsQuery).data;
  const other = others.find((each) => each === show);
  return (
    <fieldset className={style.shows} aria-label={t("requests.shown")}>
      {counted.map((each) => (
        <UnstyledButton key={each} className={style.show} aria-pressed={each === show} onClick={() => change(each)}>
          {t(`requests.show.${each}`)}
          <Count of={each} counts={counts} />
        </UnstyledButton>
      ))}
      <Menu position="bottom-start">
        <Menu.Target>
          <UnstyledButton className={style.show} aria-pressed={other !== undefined}>
            {t(other === undefined ? "requests.show.others" : `requests.show.${other}`)}
            <ChevronDown size={14} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {others.map((each) => (
            <Menu.Item key={each} onClick={() => change(each)}>
              {t(`requests.show.${each}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </fieldset>
  );
}

function Count({ of, counts }: { of: (typeof counted)[number]; counts: RequestCounts | undefined }) {
  const { format } = useTexts();
  const count = counts?.[of] ?? 0;
  if (count === 0) return null;
  return (
    <span className={style.count} data-late={of === "overdue" || undefined}>
      {format.number(count)}
    </span>
  );
}
