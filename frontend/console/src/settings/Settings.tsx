import { ActionIcon } from "@mantine/core";
import { ArrowLeft, Lock } from "lucide-react";
import { AnswersPage } from "../answers/AnswersPage";
import { HoursPage } from "../hours/HoursPage";
import { useTexts } from "../i18n/texts";
import { MailPage } from "../mail/MailPage";
import { Invitations } from "../outreach/Invitations";
import { ShowingPage } from "../outreach/ShowingPage";
import { Message } from "../parts/Message";
import { useNarrow } from "../parts/useNarrow";
import { KindsPage } from "../requestKinds/KindsPage";
import { navigate } from "../shell/route";
import { useSession } from "../shell/session";
import { TranslationPage } from "../translation/TranslationPage";
import { Bans } from "./Bans";
import { ClientsPage } from "./ClientsPage";
import { Company } from "./Company";
import { Demo } from "./Demo";
import { Departments } from "./Departments";
import { GoalsPage } from "./GoalsPage";
import { Me } from "./Me";
import { People } from "./People";
import { QuestionnairePage } from "./QuestionnairePage";
import { RoutingSection } from "./RoutingSection";
import style from "./Settings.module.css";
import { SettingsList } from "./SettingsList";
import { Sites } from "./Sites";
import { type SectionId, sections } from "./sections";
import { TagsPage } from "./TagsPage";
import { VisitorsPage } from "./VisitorsPage";

/** Everything that can be set: the sections on the left, one of them open; on a narrow screen one after the other. */
export function Settings({ section, item }: { section: string | null; item: string | null }) {
  const { t } = useTexts();
  const { role } = useSession().operator;
  const narrow = useNarrow();
  const wanted = section ?? (narrow ? null : "me");
  const found = sections.find(({ id }) => id === wanted);
  const up = () => navigate({ page: "settings", section: item === null ? null : section, item: null });
  return (
    <div className={style.settings}>
      {(!narrow || found === undefined) && <SettingsList open={found?.id ?? null} />}
      {found !== undefined && (
        <section className={style.section} aria-label={t(found.label)} key={found.id}>
          {narrow && (
            <ActionIcon
              className={style.back ?? ""}
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t("pane.back")}
              onClick={up}
            >
              <ArrowLeft size={20} aria-hidden />
            </ActionIcon>
          )}
          {found.roles.includes(role) ? (
            <Body id={found.id} item={item} />
          ) : (
            <Message icon={Lock} title={t("failure.forbidden")} text={t("failure.forbiddenHint")} />
          )}
        </section>
      )}
    </div>
  );
}

function Body({ id, item }: { id: SectionId; item: string | null }) {
  switch (id) {
    case "me":
      return <Me />;
    case "answers":
      return <AnswersPage item={item} />;
    case "company":
      return <Company />;
    case "sites":
      return <Sites item={item} />;
    case "invitations":
      return <Invitations item={item} />;
    case "showing":
      return <ShowingPage item={item} />;
    case "departments":
      return <Departments />;
    case "hours":
      return <HoursPage item={item} />;
    case "requests":
      return <KindsPage item={item} />;
    case "routing":
      return <RoutingSection item={item} />;
    case "people":
      return <People item={item} />;
    case "visitors":
      return <VisitorsPage item={item} />;
    case "goals":
      return <GoalsPage item={item} />;
    case "questionnaire":
      return <QuestionnairePage item={item} />;
    case "clients":
      return <ClientsPage item={item} />;
    case "tags":
      return <TagsPage />;
    case "bans":
      return <Bans />;
    case "mail":
      return <MailPage />;
    case "translation":
      return <TranslationPage />;
    case "demo":
      return <Demo />;
  }
}
