import type { Page } from "@beseda/protocol";
import { lazy, Suspense } from "react";
import type { Visitor } from "../rest/types";
import { BanVisitor } from "../visitors/BanVisitor";
import { Comments } from "../visitors/Comments";
import { Origin } from "../visitors/Origin";
import { Walks } from "../visitors/Walks";
import { Answers, AsClient } from "./AsClient";
import { Contacts } from "./Contacts";
import { EarlierList } from "./EarlierList";
import { Facts } from "./Facts";
import { Files } from "./Files";
import { GoalList } from "./GoalList";
import { PageNow } from "./PageNow";

const SamePerson = lazy(() => import("./SamePerson").then((file) => ({ default: file.SamePerson })));

interface Props {
  visitor: Visitor;
  online: boolean;
  /** As the line tells it, which is sooner than whatever is asked for. */
  page: Page | null | undefined;
  /** The conversation beside which this stands. */
  conversation?: string;
}

/** What is known of a visitor: the same beside a conversation and beside the list. */
export function About({ visitor, online, page, conversation = "" }: Props) {
  return (
    <>
      <Contacts visitor={visitor} />
      <AsClient visitor={visitor} />
      <Answers visitor={visitor} />
      <Origin visitor={visitor} />
      <PageNow page={page ?? visitor.page} online={online} />
      <GoalList visitor={visitor} />
      <Comments visitor={visitor} />
      <Walks walks={visitor.walks} />
      <Facts visitor={visitor} online={online} />
      <Files key={visitor.id} visitor={visitor.id} />
      <EarlierList conversations={visitor.conversations} current={conversation} />
      <Suspense>
        <SamePerson key={visitor.id} visitor={visitor} />
      </Suspense>
      <BanVisitor visitor={visitor} />
    </>
  );
}
