import { CloseButton, TextInput } from "@mantine/core";
import { Search } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { useTyped } from "./useTyped";

interface Props {
  type: "search" | "text" | "date";
  label: string | null;
  description?: string;
  value: string;
  error: string | undefined;
  change: (value: string) => void;
  "data-archive-words"?: boolean;
  "aria-label"?: string;
}

/** A field of the filters: what is typed counts when the hand rests, at once with Enter. */
export function TypedField({ type, value, change, ...rest }: Props) {
  const { t } = useTexts();
  const { typed, type: say, now } = useTyped(value, change);
  const clear = () => {
    say("");
    now();
  };
  return (
    <TextInput
      {...rest}
      size="xs"
      type={type}
      value={typed}
      onChange={(event) => say(event.currentTarget.value)}
      onBlur={now}
      onKeyDown={(event) => event.key === "Enter" && now()}
      inputWrapperOrder={["label", "input", "error", "description"]}
      {...(type === "search" ? { leftSection: <Search size={14} aria-hidden /> } : {})}
      {...(type !== "date" && typed !== ""
        ? { rightSection: <CloseButton size="xs" aria-label={t("common.clear")} onClick={clear} /> }
        : {})}
    />
  );
}
