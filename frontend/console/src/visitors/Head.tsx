import type { VisitorFilter, VisitorStage } from "@beseda/protocol";
import { ActionIcon, Button, Checkbox, Chip, CloseButton, Indicator, Popover, Select, TextInput } from "@mantine/core";
import { Columns3, ListFilter, Search } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { useConsole } from "../shell/line";
import { columns } from "./columns";
import { EVERYBODY } from "./useVisitors";
import style from "./Visitors.module.css";

const stages = [
  "waiting",
  "talking",
  "invited",
  "browsing",
  "answered",
  "declined",
  "left",
] as const satisfies readonly VisitorStage[];

interface Props {
  total: number | null;
  search: string;
  setSearch: (search: string) => void;
  filter: VisitorFilter;
  setFilter: (filter: VisitorFilter) => void;
  chosen: readonly string[];
  choose: (columns: string[]) => void;
  narrow: boolean;
}

/** How many there are, and what to see of them. */
export function Head({ total, search, setSearch, filter, setFilter, chosen, choose, narrow }: Props) {
  const { t, format } = useTexts();
  return (
    <header className={style.head}>
      <h2 className={style.title}>
        {t("shell.visitors")} {total !== null && <span className={style.total}>{format.number(total)}</span>}
      </h2>
      <TextInput
        className={style.search ?? ""}
        type="search"
        size="xs"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        placeholder={t("visitors.search")}
        aria-label={t("visitors.search")}
        leftSection={<Search size={15} aria-hidden />}
        rightSection={
          search !== "" && <CloseButton size="xs" aria-label={t("common.clear")} onClick={() => setSearch("")} />
        }
      />
      <Chip.Group
        multiple
        value={filter.states}
        onChange={(states) => setFilter({ ...filter, states: states as VisitorStage[] })}
      >
        <fieldset className={style.chips} aria-label={t("visitors.column.state")}>
          {stages.map((stage) => (
            <Chip key={stage} value={stage} size="xs" variant="light">
              {t(`visitors.state.${stage}`)}
            </Chip>
          ))}
        </fieldset>
      </Chip.Group>
      <More filter={filter} setFilter={setFilter} />
      {!narrow && <ColumnsMenu chosen={chosen} choose={choose} />}
    </header>
  );
}

function More({ filter, setFilter }: Pick<Props, "filter" | "setFilter">) {
  const { t } = useTexts();
  const operators = useConsole((state) => state.operators);
  const sites = useConsole((state) => state.sites);
  const { page, city, source, operator, site } = filter;
  const used = [page, city, source, operator ?? "", site ?? ""].filter((part) => part !== "").length;
  const set = (part: Partial<VisitorFilter>) => setFilter({ ...filter, ...part });
  return (
    <Popover position="bottom-end" trapFocus shadow="md" width={280}>
      <Popover.Target>
        <Indicator label={used} size={16} disabled={used === 0}>
          <Button size="compact-sm" variant="default" leftSection={<ListFilter size={15} aria-hidden />}>
            {t("visitors.filter")}
          </Button>
        </Indicator>
      </Popover.Target>
      <Popover.Dropdown className={style.menu ?? ""}>
        {(["page", "city", "source"] as const).map((part) => (
          <TextInput
            key={part}
            size="xs"
            label={t(`visitors.filter.${part}`)}
            value={filter[part]}
            onChange={(event) => set({ [part]: event.currentTarget.value })}
          />
        ))}
        <Select
          size="xs"
          label={t("visitors.column.operator")}
          clearable
          searchable
          comboboxProps={{ withinPortal: false }}
          data={Object.values(operators).map(({ id, name }) => ({ value: id, label: name }))}
          value={operator}
          onChange={(value) => set({ operator: value })}
        />
        {sites.length > 1 && (
          <Select
            size="xs"
            label={t("visitors.column.site")}
            clearable
            comboboxProps={{ withinPortal: false }}
            data={sites.map(({ id, name }) => ({ value: id, label: name }))}
            value={site}
            onChange={(value) => set({ site: value })}
          />
        )}
        <Button size="compact-sm" variant="subtle" disabled={used === 0} onClick={() => setFilter(EVERYBODY)}>
          {t("visitors.everybody")}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

function ColumnsMenu({ chosen, choose }: Pick<Props, "chosen" | "choose">) {
  const { t } = useTexts();
  return (
    <Popover position="bottom-end" trapFocus shadow="md" width={220}>
      <Popover.Target>
        <ActionIcon variant="default" size={26} aria-label={t("visitors.columns")} title={t("visitors.columns")}>
          <Columns3 size={15} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Checkbox.Group value={[...chosen]} onChange={choose} label={t("visitors.columns")}>
          <div className={style.menu}>
            {columns.map(({ id, label }) => (
              <Checkbox key={id} size="xs" value={id} label={t(label)} />
            ))}
          </div>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}
