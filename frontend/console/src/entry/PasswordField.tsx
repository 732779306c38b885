import { PasswordInput } from "@mantine/core";
import { useTexts } from "../i18n/texts";
import style from "./Frame.module.css";
import { shortestPassword, strengthOf } from "./password";

interface Props {
  label?: string;
  value: string;
  error: string | undefined;
  change: (value: string) => void;
}

/** A new password, with a word on how good it is. */
export function PasswordField({ label, value, error, change }: Props) {
  const { t } = useTexts();
  const strength = strengthOf(value);
  const left = shortestPassword - [...value].length;
  const hint =
    strength === 0
      ? t("password.rule", { count: shortestPassword })
      : strength === 1
        ? t("password.more", { count: left })
        : t(`password.strength${strength}`);
  return (
    <div>
      <PasswordInput
        label={label ?? t("field.password")}
        name="new-password"
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={value}
        error={error}
        onChange={(event) => change(event.currentTarget.value)}
        aria-describedby="password-hint"
        visibilityToggleButtonProps={{ "aria-label": t("password.show") }}
      />
      <div className={style.strength} data-level={strength} aria-hidden>
        <i />
        <i />
        <i />
        <i />
      </div>
      <div id="password-hint" className={style.hint} aria-live="polite">
        {error === undefined && hint}
      </div>
    </div>
  );
}
