import { Menu, SegmentedControl, Switch, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Check, UserRound } from "lucide-react";
import { type Action, isAvailable } from "../actions/action";
import { run } from "../actions/run";
import { keys, signOut, states } from "../actions/shellActions";
import { useActionContext } from "../actions/useActionContext";
import { type Language, languages, useTexts } from "../i18n/texts";
import { statusOf } from "../operators/said";
import { Avatar } from "../parts/Avatar";
import { Keys } from "../parts/Keys";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import { useAlertChoices } from "./alertChoices";
import { useNow } from "./clock";
import { useConsole } from "./line";
import { useIsLive, useMyState } from "./myState";
import style from "./Rail.module.css";
import { navigate } from "./route";
import { useSession } from "./session";
import { useSavedLook } from "./useSavedLook";

/** Me: my state, how the console looks and sounds to me, the way out. */
export function MeMenu() {
  const { t } = useTexts();
  const context = useActionContext();
  const { me } = context;
  const state = useMyState();
  const live = useIsLive();
  const why = useConsole((snapshot) => {
    const own = snapshot.operators[me.id];
    return own === undefined || own.state === "online" || own.why === "own" ? null : own.why;
  });
  const face = (size: number) => (
    <Avatar id={me.id} name={me.name} photo={me.photo} size={size} dot={live ? state : "lost"} />
  );
  return (
    <Menu position="right-end" width={300} offset={12} closeOnItemClick={false}>
      <Menu.Target>
        <UnstyledButton className={style.me} aria-label={t("me.menu", { name: me.name })}>
          {face(36)}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={style.person}>
          {face(40)}
          <div className={style.lines}>
            <p className={style.name}>{me.name}</p>
            <p className={style.faint}>{why === null ? me.email : t(`away.${why}`)}</p>
          </div>
        </div>
        <OwnStatus />
        <Menu.Divider />
        {[states.online, states.away, states.off].map((action) => (
          <Item key={action.id} action={action} chosen={!isAvailable(action, context)} />
        ))}
        <Menu.Divider />
        <Look />
        <Menu.Divider />
        <Menu.Item
          leftSection={<UserRound size={16} aria-hidden />}
          closeMenuOnClick
          onClick={() => navigate({ page: "settings", section: "me", item: null })}
        >
          {t("me.settings")}
        </Menu.Item>
        <Item action={keys} closes />
        <Item action={signOut} closes />
      </Menu.Dropdown>
    </Menu>
  );
}

/** What colleagues read of me now, and the way to take it back. */
function OwnStatus() {
  const { t } = useTexts();
  const cache = useQueryClient();
  const status = statusOf(useSession().operator, useNow(60_000));
  if (status === null) return null;
  const clear = async () => {
    await request("PUT", "/api/me/status", { text: "", until: null }).catch(() => undefined);
    await cache.invalidateQueries({ queryKey: queries.session.queryKey });
  };
  return (
    <>
      <Menu.Divider />
      <Menu.Item
        rightSection={t("status.clear")}
        aria-label={`${status}. ${t("status.clear")}`}
        onClick={() => void clear()}
      >
        {status}
      </Menu.Item>
    </>
  );
}

function Item({ action, chosen, closes = false }: { action: Action; chosen?: boolean; closes?: boolean }) {
  const { t } = useTexts();
  const context = useActionContext();
  const Icon = action.icon;
  return (
    <Menu.Item
      leftSection={<Icon size={16} aria-hidden />}
      rightSection={chosen === true ? <Check size={16} aria-label={t("common.chosen")} /> : <Keys of={action.keys} />}
      closeMenuOnClick={closes}
      onClick={() => void run(action, context)}
    >
      {t(action.label)}
    </Menu.Item>
  );
}

function Look() {
  const { t, language } = useTexts();
  const { colorScheme } = useMantineColorScheme();
  const { saveScheme, saveLanguage } = useSavedLook();
  const { sound, system, chooseSound, chooseSystem, systemBlocked } = useAlertChoices();
  return (
    <>
      <div className={style.choice}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t("me.theme")}
          value={colorScheme}
          onChange={(scheme) => saveScheme(scheme === "light" || scheme === "dark" ? scheme : "auto")}
          data={[
            { value: "light", label: t("theme.light") },
            { value: "dark", label: t("theme.dark") },
            { value: "auto", label: t("theme.system") },
          ]}
        />
      </div>
      <div className={style.choice}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t("me.language")}
          value={language}
          onChange={(chosen) => saveLanguage(chosen as Language)}
          data={languages.map((each) => ({ value: each, label: t(`language.${each}`) }))}
        />
      </div>
      <div className={style.choice}>
        <Switch label={t("me.sound")} checked={sound} onChange={(event) => chooseSound(event.currentTarget.checked)} />
      </div>
      <div className={style.choice}>
        <Switch
          label={t("me.notifications")}
          description={systemBlocked ? t("me.notificationsBlocked") : undefined}
          disabled={systemBlocked}
          checked={system}
          onChange={(event) => chooseSystem(event.currentTarget.checked)}
        />
      </div>
    </>
  );
}
