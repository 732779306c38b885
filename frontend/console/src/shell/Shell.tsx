import { Stack, Text, ThemeIcon, Title, Tooltip, UnstyledButton } from "@mantine/core";
import { Coffee, MessagesSquare } from "lucide-react";
import { useTexts } from "../i18n/texts";
import style from "./Shell.module.css";

/** The frame of every screen: the rail, and the screen beside it. */
export function Shell() {
  const { t } = useTexts();
  return (
    <div className={style.frame}>
      <nav className={style.rail} aria-label={t("shell.navigation")}>
        <Tooltip label={t("shell.conversations")} position="right">
          <UnstyledButton className={style.place} aria-label={t("shell.conversations")} aria-current="page">
            <MessagesSquare size={20} aria-hidden />
          </UnstyledButton>
        </Tooltip>
      </nav>
      <main className={style.screen}>
        <Stack align="center" gap="xs">
          <ThemeIcon size={56} radius="lg" variant="light">
            <Coffee size={28} aria-hidden />
          </ThemeIcon>
          <Title order={1} size="lg" mt="sm">
            {t("shell.allAnswered")}
          </Title>
          <Text c="dimmed">{t("shell.newAppearHere")}</Text>
        </Stack>
      </main>
    </div>
  );
}
