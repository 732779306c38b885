import { Button } from "@mantine/core";
import { Check } from "lucide-react";
import { useTexts } from "../i18n/texts";
import style from "./Settings.module.css";
import type { Form } from "./useForm";

/** Save, take back, and how it went. */
export function SaveBar<T>({ form, label }: { form: Form<T>; label?: string }) {
  const { t } = useTexts();
  return (
    <div className={style.save} data-idle={(!form.dirty && !form.pending && form.general === null) || undefined}>
      <Button type="submit" loading={form.pending} disabled={!form.dirty}>
        {label ?? t("common.save")}
      </Button>
      {form.dirty && !form.pending && (
        <Button variant="subtle" color="gray" onClick={form.reset}>
          {t("common.cancel")}
        </Button>
      )}
      <span role="status">
        {form.saved && (
          <span className={style.saved}>
            <Check size={16} aria-hidden />
            {t("common.saved")}
          </span>
        )}
      </span>
      {form.general !== null && (
        <span className={style.failed} role="alert">
          {form.general}
        </span>
      )}
    </div>
  );
}
