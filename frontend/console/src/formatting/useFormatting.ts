import type { DraftKeeper } from "../conversations/useDraft";
import { useFormattingChoice } from "./choice";
import { useFormattedField } from "./useFormattedField";

/**
 * Whether an answer is written with formatting, and with what. A draft that has some is always shown with it.
 *
 * @param able a note has no formatting
 */
export function useFormatting({ draft, change }: DraftKeeper, able: boolean, shown: boolean, failed: () => void) {
  const [preferred, prefer] = useFormattingChoice();
  const on = able && (preferred || draft.document !== undefined);
  const Field = useFormattedField(on && shown, failed);
  const choose = (next: boolean) => {
    prefer(next);
    if (!next) change({ document: undefined });
  };
  return { on, Field, choose };
}
