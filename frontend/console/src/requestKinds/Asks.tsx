import { Select } from "@mantine/core";
import { useTexts } from "../i18n/texts";
import { type KindDraft, type Wish, wishes } from "../rest/requestKinds";
import type { Form } from "../settings/useForm";
import { isNeeded } from "./drafts";
import own from "./Kinds.module.css";

const asked = ["name", "phone", "email", "text"] as const;

/** What everybody is asked, and whether it may be left out. */
export function Asks({ form: { value, errors, change } }: { form: Form<KindDraft> }) {
  const { t } = useTexts();
  const { asks, nature } = value;
  return (
    <div className={own.asks}>
      {asked.map((each) => (
        <Select
          key={each}
          label={t(`kinds.asks.${each}`)}
          allowDeselect={false}
          disabled={isNeeded(nature, each)}
          data={wishes.map((wish) => ({ value: wish, label: t(`kinds.wish.${wish}`) }))}
          value={asks[each]}
          error={errors[`asks.${each}`]}
          onChange={(wish) => wish !== null && change({ asks: { ...asks, [each]: wish as Wish } })}
        />
      ))}
    </div>
  );
}
