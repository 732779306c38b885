import { MultiSelect, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "../i18n/texts";
import { queries } from "../rest/queries";
import type { KindDraft } from "../rest/requestKinds";
import { Block } from "../settings/Page";
import type { Form } from "../settings/useForm";

const turns = ["all", "day", "week"] as const;

/** Who is told of a new one first. */
export function Duty({ form: { value, errors, change } }: { form: Form<KindDraft> }) {
  const { t } = useTexts();
  const people = (useQuery(queries.operators).data ?? []).filter(
    ({ id, disabled }) => !disabled || value.rota.includes(id),
  );
  return (
    <Block title={t("kinds.duty")}>
      <MultiSelect
        label={t("kinds.rota")}
        description={t("kinds.rotaHint")}
        searchable
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={value.rota}
        error={errors.rota}
        onChange={(rota) => change({ rota })}
        nothingFoundMessage={t("common.nothingFound")}
        clearButtonProps={{ "aria-label": t("common.clear") }}
      />
      {value.rota.length > 1 && (
        <Select
          label={t("kinds.turn")}
          allowDeselect={false}
          data={turns.map((turn) => ({ value: turn, label: t(`kinds.turn.${turn}`) }))}
          value={value.turn}
          error={errors.turn}
          onChange={(turn) => turn !== null && change({ turn: turn as KindDraft["turn"] })}
        />
      )}
    </Block>
  );
}
