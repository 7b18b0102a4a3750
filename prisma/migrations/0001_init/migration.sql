-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "MessageState" AS ENUM ('waiting', 'sending', 'lost', 'sent', 'parked', 'failed', 'withdrawn');

-- CreateEnum
CREATE TYPE "PageState" AS ENUM ('open', 'acknowledged', 'resolved');

-- CreateEnum
CREATE TYPE "InboxState" AS ENUM ('waiting', 'handled', 'failed');

-- CreateTable
CREATE TABLE "organisation" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "hours" JSONB NOT NULL DEFAULT '{"days":[1,2,3,4,5],"from":"09:00","until":"17:00","holidays":[]}',

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "customerId" TEXT,
    "partnerOf" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "timeZone" TEXT NOT NULL,
    "contact" JSONB NOT NULL,
    "skills" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "hours" JSONB NOT NULL DEFAULT '{"days":[1,2,3,4,5],"from":"09:00","until":"17:00","holidays":[]}',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "absencesUrl" TEXT,
    "language" TEXT,
    "heardLanguage" TEXT,
    "departureDueAt" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_identity" (
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    CONSTRAINT "person_identity_pkey" PRIMARY KEY ("platform","workspace","user")
);

-- CreateTable
CREATE TABLE "customer" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "publicHolidays" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "businessHours" JSONB NOT NULL,
    "leaderId" TEXT,
    "askedId" TEXT,
    "memberIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "advocateId" TEXT NOT NULL,
    "standInId" TEXT,
    "backupId" TEXT,
    "salesId" TEXT,
    "managerId" TEXT,
    "escalationId" TEXT NOT NULL,
    "brief" TEXT NOT NULL DEFAULT '',
    "handEmoji" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "words" JSONB NOT NULL DEFAULT '{}',
    "language" TEXT,
    "contract" JSONB NOT NULL DEFAULT '{}',
    "heardLanguage" TEXT,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place" (
    "id" TEXT NOT NULL,
    "customerId" TEXT,
    "audience" TEXT NOT NULL,
    "listening" TEXT NOT NULL DEFAULT 'questions',
    "language" TEXT,
    "tell" TEXT NOT NULL DEFAULT 'all',
    "parkedReason" TEXT,
    "name" TEXT NOT NULL DEFAULT '',
    "outside" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "partners" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "settled" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place_identity" (
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "placeId" TEXT NOT NULL,
    "ownedSince" TIMESTAMPTZ(3),
    "outside" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "place_identity_pkey" PRIMARY KEY ("platform","workspace","channel")
);

-- CreateTable
CREATE TABLE "quiet_thread" (
    "placeId" TEXT NOT NULL,
    "threadOf" TEXT NOT NULL,
    "byId" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quiet_thread_pkey" PRIMARY KEY ("placeId","threadOf")
);

-- CreateTable
CREATE TABLE "pulse" (
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pulse_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "former_place" (
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "customerId" TEXT,
    "audience" TEXT NOT NULL,
    "outside" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "ownedSince" TIMESTAMPTZ(3),

    CONSTRAINT "former_place_pkey" PRIMARY KEY ("platform","workspace","channel")
);

-- CreateTable
CREATE TABLE "own_workspace" (
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,

    CONSTRAINT "own_workspace_pkey" PRIMARY KEY ("platform","workspace")
);

-- CreateTable
CREATE TABLE "event" (
    "id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "customerId" TEXT NOT NULL,
    "transitionId" TEXT,
    "kind" TEXT NOT NULL,
    "visibility" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,
    "authorId" TEXT,
    "externalId" TEXT,
    "publishedAs" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',
    "tellDueAt" TIMESTAMPTZ(3),

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "customerId" TEXT,
    "toPlaceId" TEXT,
    "toPersonId" TEXT,
    "toWebhookId" TEXT,
    "via" TEXT NOT NULL DEFAULT 'chat',
    "address" TEXT,
    "threadOf" TEXT,
    "under" TEXT,
    "card" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "sentRevision" INTEGER NOT NULL DEFAULT 0,
    "state" "MessageState" NOT NULL,
    "reason" TEXT,
    "platform" TEXT,
    "externalRef" TEXT,
    "sentTo" TEXT,
    "isRepeat" BOOLEAN NOT NULL DEFAULT false,
    "isDoubtful" BOOLEAN NOT NULL DEFAULT false,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "fence" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "outcomeAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),
    "notAfter" TIMESTAMPTZ(3),
    "failureDueAt" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pace" (
    "key" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "usedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pace_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "fence" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "detail" TEXT,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox" (
    "id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "payload" JSONB NOT NULL,
    "conversation" TEXT NOT NULL DEFAULT '',
    "ref" TEXT,
    "opinion" JSONB,
    "state" "InboxState" NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "handledAt" TIMESTAMPTZ(3),
    "error" TEXT,
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schedule" (
    "id" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "layers" JSONB NOT NULL,
    "overrides" JSONB NOT NULL,

    CONSTRAINT "schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shift_watch" (
    "scheduleId" TEXT NOT NULL,
    "seenUntil" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "shift_watch_pkey" PRIMARY KEY ("scheduleId")
);

-- CreateTable
CREATE TABLE "public_holiday" (
    "customerId" TEXT NOT NULL,
    "rule" JSONB NOT NULL,
    "confirmed" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "confirmedAt" TIMESTAMPTZ(3),
    "confirmedById" TEXT,
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "public_holiday_pkey" PRIMARY KEY ("customerId")
);

-- CreateTable
CREATE TABLE "absence_calendar" (
    "personId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "readDueAt" TIMESTAMPTZ(3),
    "readAt" TIMESTAMPTZ(3),
    "problem" TEXT,
    "absences" JSONB NOT NULL DEFAULT '[]',
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "absence_calendar_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "hash" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "scheduleId" TEXT,
    "customerId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "contact_proof" (
    "personId" TEXT NOT NULL,
    "via" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "provenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_proof_pkey" PRIMARY KEY ("personId","via","address")
);

-- CreateTable
CREATE TABLE "contact_code" (
    "personId" TEXT NOT NULL,
    "via" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "wrong" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "contact_code_pkey" PRIMARY KEY ("personId","via","address")
);

-- CreateTable
CREATE TABLE "push_phone" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "push_phone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "push_invitation" (
    "hash" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "push_invitation_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "readiness_watch" (
    "personId" TEXT NOT NULL,
    "told" TEXT NOT NULL DEFAULT '',
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "readiness_watch_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "cover" (
    "id" TEXT NOT NULL,
    "scheduleId" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "askerId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "isForAbsence" BOOLEAN NOT NULL DEFAULT false,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "cover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "escalation_policy" (
    "id" TEXT NOT NULL,
    "levels" JSONB NOT NULL,
    "repeat" INTEGER NOT NULL,
    "fallback" JSONB NOT NULL,

    CONSTRAINT "escalation_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "drill" (
    "id" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "transitionId" TEXT NOT NULL,
    "startedById" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "policy" JSONB NOT NULL,
    "level" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "proof" JSONB NOT NULL,
    "signedById" TEXT,
    "signedAt" TIMESTAMPTZ(3),
    "voidedAt" TIMESTAMPTZ(3),
    "voided" TEXT,
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "drill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "drill_call" (
    "id" TEXT NOT NULL,
    "drillId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "via" TEXT NOT NULL,
    "address" TEXT,
    "state" TEXT NOT NULL,
    "messageKey" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "calledAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "answeredVia" TEXT,

    CONSTRAINT "drill_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "transition" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "windowFrom" TIMESTAMPTZ(3) NOT NULL,
    "windowUntil" TIMESTAMPTZ(3) NOT NULL,
    "phase" TEXT NOT NULL,
    "phaseSince" TIMESTAMPTZ(3) NOT NULL,
    "tellDueAt" TIMESTAMPTZ(3),
    "reachDueAt" TIMESTAMPTZ(3),
    "heldReason" TEXT,
    "proposedAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "transition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "transitionId" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "plannedFrom" TIMESTAMPTZ(3) NOT NULL,
    "plannedUntil" TIMESTAMPTZ(3) NOT NULL,
    "slippedFrom" TIMESTAMPTZ(3),
    "slippedUntil" TIMESTAMPTZ(3),
    "ownerId" TEXT,
    "ownedBy" TEXT,
    "after" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "state" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "transitionId" TEXT,
    "kind" TEXT NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment" (
    "transitionId" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "toldLevel" TEXT,
    "tellDueAt" TIMESTAMPTZ(3),

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("transitionId")
);

-- CreateTable
CREATE TABLE "learnt_curve" (
    "kind" TEXT NOT NULL,
    "learnt" JSONB,
    "pinned" BOOLEAN NOT NULL,
    "since" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "learnt_curve_pkey" PRIMARY KEY ("kind")
);

-- CreateTable
CREATE TABLE "cadence" (
    "transitionId" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "rung" TEXT NOT NULL,
    "boundMin" TEXT,
    "boundMax" TEXT,
    "closeness" DOUBLE PRECISION NOT NULL DEFAULT 0.5,
    "pinned" BOOLEAN NOT NULL DEFAULT false,
    "pinnedRung" TEXT,
    "pausedUntil" TIMESTAMPTZ(3),
    "stopped" BOOLEAN NOT NULL DEFAULT false,
    "notBefore" TEXT,
    "fixedTime" TEXT,
    "setBy" TEXT,
    "setWhy" TEXT,
    "restingSince" TIMESTAMPTZ(3),
    "restAttempt" TIMESTAMPTZ(3),
    "lastAskedAt" TIMESTAMPTZ(3),
    "lastReason" TEXT NOT NULL DEFAULT '',
    "phase" TEXT,
    "previousRung" TEXT,
    "toldRung" TEXT,
    "notQuicker" TEXT,
    "notSlower" TEXT,
    "heardAt" TIMESTAMPTZ(3),
    "dueFor" TEXT NOT NULL DEFAULT 'slot',
    "nextSeq" INTEGER NOT NULL DEFAULT 1,
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "cadence_pkey" PRIMARY KEY ("transitionId")
);

-- CreateTable
CREATE TABLE "check_in" (
    "id" TEXT NOT NULL,
    "transitionId" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "rung" TEXT NOT NULL,
    "plannedFor" TIMESTAMPTZ(3) NOT NULL,
    "askedAt" TIMESTAMPTZ(3),
    "repeatedAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" TEXT,
    "answer" TEXT,
    "words" TEXT,
    "reason" TEXT,
    "mayRepeat" BOOLEAN NOT NULL DEFAULT true,
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "check_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "page" (
    "id" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "transitionId" TEXT,
    "openKey" TEXT,
    "state" "PageState" NOT NULL,
    "raisedBy" TEXT NOT NULL,
    "raisedById" TEXT,
    "reason" TEXT NOT NULL,
    "rule" TEXT,
    "callBack" JSONB,
    "weight" TEXT NOT NULL DEFAULT 'critical',
    "isShared" BOOLEAN NOT NULL,
    "placeId" TEXT,
    "threadOf" TEXT,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "policy" JSONB NOT NULL,
    "level" INTEGER NOT NULL DEFAULT 0,
    "round" INTEGER NOT NULL DEFAULT 0,
    "levelSince" TIMESTAMPTZ(3),
    "ownerId" TEXT,
    "acknowledgedAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3),
    "nextWordAt" TIMESTAMPTZ(3),
    "staleAsks" INTEGER NOT NULL DEFAULT 0,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" TEXT,
    "resolution" TEXT,
    "confirmed" BOOLEAN,
    "joined" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "page_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "page_call" (
    "id" TEXT NOT NULL,
    "pageId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "via" TEXT NOT NULL,
    "address" TEXT,
    "state" TEXT NOT NULL,
    "messageKey" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "page_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "page_words" (
    "id" TEXT NOT NULL,
    "pageId" TEXT NOT NULL,
    "personId" TEXT,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "page_words_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "news_request" (
    "id" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "openKey" TEXT,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "waiting" JSONB NOT NULL,
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "news_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "telling" (
    "customerId" TEXT NOT NULL,
    "toldSeq" BIGINT NOT NULL,
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "telling_pkey" PRIMARY KEY ("customerId")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "milestoneId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "placeId" TEXT,
    "personId" TEXT,
    "threadOf" TEXT,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "assigneeId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "closedById" TEXT,
    "toldIn" TEXT,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "advice" (
    "taskId" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "personId" TEXT,
    "placeId" TEXT,
    "threadOf" TEXT,
    "question" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answeredById" TEXT,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "advice_pkey" PRIMARY KEY ("taskId")
);

-- CreateTable
CREATE TABLE "morning" (
    "personId" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "morning_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "waiting" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "waiting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "promise" (
    "id" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "byId" TEXT,
    "state" TEXT NOT NULL,
    "visibility" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "promisedFor" TIMESTAMPTZ(3) NOT NULL,
    "missedAt" TIMESTAMPTZ(3),
    "moves" INTEGER NOT NULL DEFAULT 0,
    "closedAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "promise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "plannedAt" TIMESTAMPTZ(3) NOT NULL,
    "askedAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "score" INTEGER,
    "words" TEXT,
    "reason" TEXT,
    "reference" TEXT,
    "referenceAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "survey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saying" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "personId" TEXT,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "terms" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "isOpen" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "themeId" TEXT NOT NULL,

    CONSTRAINT "saying_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "theme" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "name" TEXT,
    "state" TEXT NOT NULL,
    "ownerId" TEXT,
    "decision" TEXT,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "change" TEXT,
    "changedById" TEXT,
    "changedAt" TIMESTAMPTZ(3),
    "mergedInto" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "theme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "theme_answer" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "themeId" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "personId" TEXT,
    "step" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "plannedAt" TIMESTAMPTZ(3) NOT NULL,
    "toldAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "theme_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner_matter" (
    "id" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "partnerId" TEXT NOT NULL,
    "givenById" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "milestoneId" TEXT,
    "pageId" TEXT,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "backAt" TIMESTAMPTZ(3),
    "backWords" TEXT,

    CONSTRAINT "partner_matter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "brief_reading" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL,
    "peopleIds" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "brief_reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quarter_review" (
    "id" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "isSoFar" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL,
    "edits" JSONB NOT NULL DEFAULT '{}',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "changedById" TEXT,
    "changedAt" TIMESTAMPTZ(3),
    "shown" JSONB NOT NULL DEFAULT '{}',
    "taskId" TEXT,
    "published" JSONB,
    "publishedAt" TIMESTAMPTZ(3),
    "publishedById" TEXT,
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "quarter_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales_rhythm" (
    "customerId" TEXT NOT NULL,
    "spokeAt" TIMESTAMPTZ(3),
    "promptAt" TIMESTAMPTZ(3) NOT NULL,
    "taskId" TEXT,
    "held" TEXT NOT NULL DEFAULT '',
    "toldIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "sales_rhythm_pkey" PRIMARY KEY ("customerId")
);

-- CreateTable
CREATE TABLE "stand_in" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "standInId" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "moved" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "stand_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_request" (
    "id" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "print" TEXT NOT NULL,
    "original" JSONB NOT NULL,
    "current" JSONB NOT NULL,
    "closedAt" TIMESTAMPTZ(3) NOT NULL,
    "month" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "findings" JSONB NOT NULL DEFAULT '[]',
    "proposedMinor" BIGINT,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "cardKey" TEXT,
    "queryTaskId" TEXT,
    "queryWords" TEXT,
    "answerWords" TEXT,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "why" TEXT,
    "amountMinor" BIGINT,
    "currency" TEXT,
    "exportId" TEXT,

    CONSTRAINT "service_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_review" (
    "customerId" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "request_review_pkey" PRIMARY KEY ("customerId")
);

-- CreateTable
CREATE TABLE "rule_off" (
    "customerId" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rule_off_pkey" PRIMARY KEY ("customerId","rule")
);

-- CreateTable
CREATE TABLE "billing_export" (
    "id" TEXT NOT NULL,
    "customerId" TEXT,
    "month" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "billing_export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "open_question" (
    "id" TEXT NOT NULL,
    "customerId" TEXT,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "open_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pending_change" (
    "id" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "change" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "pending_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "customerId" TEXT,
    "subject" TEXT NOT NULL,
    "why" TEXT,
    "before" JSONB,
    "after" JSONB,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setup_import" (
    "id" TEXT NOT NULL,
    "print" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "customers" INTEGER NOT NULL,
    "done" INTEGER NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "setup_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "customers" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "mayPublish" BOOLEAN NOT NULL,
    "may" TEXT[] DEFAULT ARRAY['events', 'read']::TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hook" (
    "id" TEXT NOT NULL,
    "signed" TEXT NOT NULL,
    "customer" JSONB NOT NULL,
    "publish" BOOLEAN NOT NULL,
    "like" TEXT,
    "rules" JSONB NOT NULL,

    CONSTRAINT "hook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook" (
    "id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "customers" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "tells" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "audience" TEXT NOT NULL,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_answer" (
    "id" TEXT NOT NULL,
    "print" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "api_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "page_call_in" (
    "customerId" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "pageId" TEXT NOT NULL,
    "print" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "page_call_in_pkey" PRIMARY KEY ("customerId","externalId")
);

-- CreateTable
CREATE TABLE "setup_version" (
    "shard" INTEGER NOT NULL,
    "changed_by" TEXT NOT NULL,

    CONSTRAINT "setup_version_pkey" PRIMARY KEY ("shard")
);

-- CreateTable
CREATE TABLE "erasure" (
    "id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "target" TEXT,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),
    "removed" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chore" (
    "id" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chore_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "sign_in_link" (
    "hash" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_link_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "console_session" (
    "id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "formerHash" TEXT,
    "personId" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "renewedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "console_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rehearsal" (
    "id" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "transitionKey" TEXT NOT NULL,
    "story" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "problem" TEXT,
    "transcript" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "rehearsal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "portfolio_view" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,

    CONSTRAINT "portfolio_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slack_installation" (
    "workspace" TEXT NOT NULL,
    "enterprise" TEXT,
    "name" TEXT NOT NULL DEFAULT '',
    "appId" TEXT NOT NULL DEFAULT '',
    "botUserId" TEXT NOT NULL,
    "botToken" TEXT NOT NULL,
    "refreshToken" TEXT,
    "scopes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "state" TEXT NOT NULL DEFAULT 'active',
    "installedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "slack_installation_pkey" PRIMARY KEY ("workspace")
);

-- CreateTable
CREATE TABLE "slack_install_state" (
    "id" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "slack_install_state_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "teams_conversation" (
    "tenant" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "userId" TEXT,
    "serviceUrl" TEXT NOT NULL,
    "reference" JSONB NOT NULL,
    "blocked" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "teams_conversation_pkey" PRIMARY KEY ("tenant","conversation")
);

-- CreateIndex
CREATE INDEX "person_customerId_idx" ON "person"("customerId");

-- CreateIndex
CREATE INDEX "person_departureDueAt_idx" ON "person"("departureDueAt");

-- CreateIndex
CREATE INDEX "person_identity_personId_idx" ON "person_identity"("personId");

-- CreateIndex
CREATE INDEX "customer_managerId_idx" ON "customer"("managerId");

-- CreateIndex
CREATE INDEX "customer_advocateId_idx" ON "customer"("advocateId");

-- CreateIndex
CREATE INDEX "customer_standInId_idx" ON "customer"("standInId");

-- CreateIndex
CREATE INDEX "customer_backupId_idx" ON "customer"("backupId");

-- CreateIndex
CREATE INDEX "customer_salesId_idx" ON "customer"("salesId");

-- CreateIndex
CREATE INDEX "place_customerId_idx" ON "place"("customerId");

-- CreateIndex
CREATE INDEX "place_identity_placeId_idx" ON "place_identity"("placeId");

-- CreateIndex
CREATE UNIQUE INDEX "event_seq_key" ON "event"("seq");

-- CreateIndex
CREATE INDEX "event_tellDueAt_idx" ON "event"("tellDueAt") WHERE ("tellDueAt" IS NOT NULL);

-- CreateIndex
CREATE INDEX "event_customerId_visibility_at_seq_idx" ON "event"("customerId", "visibility", "at" DESC, "seq" DESC);

-- CreateIndex
CREATE INDEX "event_customerId_kind_at_idx" ON "event"("customerId", "kind", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "event_customerId_externalId_key" ON "event"("customerId", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "message_seq_key" ON "message"("seq");

-- CreateIndex
CREATE UNIQUE INDEX "message_key_key" ON "message"("key");

-- CreateIndex
CREATE INDEX "message_lane_dueAt_idx" ON "message"("lane", "dueAt");

-- CreateIndex
CREATE INDEX "message_failureDueAt_idx" ON "message"("failureDueAt");

-- CreateIndex
CREATE INDEX "message_toPlaceId_dueAt_idx" ON "message"("toPlaceId", "dueAt");

-- CreateIndex
CREATE INDEX "message_toPersonId_dueAt_idx" ON "message"("toPersonId", "dueAt");

-- CreateIndex
CREATE INDEX "message_toPlaceId_seq_idx" ON "message"("toPlaceId", "seq");

-- CreateIndex
CREATE INDEX "message_toPersonId_seq_idx" ON "message"("toPersonId", "seq");

-- CreateIndex
CREATE INDEX "message_toWebhookId_createdAt_idx" ON "message"("toWebhookId", "createdAt") WHERE ("toWebhookId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "message_customerId_dueAt_idx" ON "message"("customerId", "dueAt");

-- CreateIndex
CREATE INDEX "message_customerId_createdAt_idx" ON "message"("customerId", "createdAt");

-- CreateIndex
CREATE INDEX "message_externalRef_idx" ON "message"("externalRef") WHERE ("externalRef" IS NOT NULL);

-- CreateIndex
CREATE INDEX "message_threadOf_idx" ON "message"("threadOf") WHERE ("threadOf" IS NOT NULL);

-- CreateIndex
CREATE INDEX "message_words_idx" ON "message"("createdAt") WHERE ("dueAt" IS NULL AND "text" != '');

-- CreateIndex
CREATE UNIQUE INDEX "attempt_messageId_fence_key" ON "attempt"("messageId", "fence");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_seq_key" ON "inbox"("seq");

-- CreateIndex
CREATE INDEX "inbox_dueAt_seq_idx" ON "inbox"("dueAt", "seq");

-- CreateIndex
CREATE INDEX "inbox_conversation_dueAt_idx" ON "inbox"("conversation", "dueAt");

-- CreateIndex
CREATE INDEX "inbox_state_handledAt_idx" ON "inbox"("state", "handledAt");

-- CreateIndex
CREATE INDEX "inbox_ref_idx" ON "inbox"("ref");

-- CreateIndex
CREATE INDEX "inbox_words_idx" ON "inbox"("receivedAt") WHERE ("dueAt" IS NULL) AND (payload <> '{}'::jsonb);

-- CreateIndex
CREATE INDEX "shift_watch_dueAt_idx" ON "shift_watch"("dueAt");

-- CreateIndex
CREATE INDEX "public_holiday_dueAt_idx" ON "public_holiday"("dueAt");

-- CreateIndex
CREATE INDEX "absence_calendar_readDueAt_idx" ON "absence_calendar"("readDueAt");

-- CreateIndex
CREATE INDEX "absence_calendar_dueAt_idx" ON "absence_calendar"("dueAt");

-- CreateIndex
CREATE INDEX "calendar_feed_personId_idx" ON "calendar_feed"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "push_phone_endpoint_key" ON "push_phone"("endpoint");

-- CreateIndex
CREATE INDEX "push_phone_personId_idx" ON "push_phone"("personId");

-- CreateIndex
CREATE INDEX "push_invitation_personId_idx" ON "push_invitation"("personId");

-- CreateIndex
CREATE INDEX "readiness_watch_dueAt_idx" ON "readiness_watch"("dueAt");

-- CreateIndex
CREATE INDEX "cover_toId_state_idx" ON "cover"("toId", "state");

-- CreateIndex
CREATE INDEX "drill_dueAt_idx" ON "drill"("dueAt");

-- CreateIndex
CREATE INDEX "drill_transitionId_state_idx" ON "drill"("transitionId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "drill_call_messageKey_key" ON "drill_call"("messageKey");

-- CreateIndex
CREATE INDEX "drill_call_dueAt_idx" ON "drill_call"("dueAt");

-- CreateIndex
CREATE INDEX "drill_call_drillId_idx" ON "drill_call"("drillId");

-- CreateIndex
CREATE INDEX "drill_call_personId_idx" ON "drill_call"("personId");

-- CreateIndex
CREATE INDEX "transition_dueAt_idx" ON "transition"("dueAt");

-- CreateIndex
CREATE INDEX "transition_live_idx" ON "transition"("customerId") WHERE ("phase" = 'live');

-- CreateIndex
CREATE INDEX "transition_tellDueAt_idx" ON "transition"("tellDueAt");

-- CreateIndex
CREATE INDEX "transition_reachDueAt_idx" ON "transition"("reachDueAt");

-- CreateIndex
CREATE INDEX "transition_windowFrom_idx" ON "transition"("windowFrom");

-- CreateIndex
CREATE UNIQUE INDEX "transition_customerId_key_key" ON "transition"("customerId", "key");

-- CreateIndex
CREATE INDEX "milestone_dueAt_idx" ON "milestone"("dueAt");

-- CreateIndex
CREATE INDEX "milestone_customerId_idx" ON "milestone"("customerId");

-- CreateIndex
CREATE INDEX "milestone_late_idx" ON "milestone"("customerId") WHERE ("state" = 'late');

-- CreateIndex
CREATE UNIQUE INDEX "milestone_transitionId_key_key" ON "milestone"("transitionId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_key_key" ON "evidence"("key");

-- CreateIndex
CREATE INDEX "evidence_customerId_at_idx" ON "evidence"("customerId", "at");

-- CreateIndex
CREATE INDEX "assessment_dueAt_idx" ON "assessment"("dueAt");

-- CreateIndex
CREATE INDEX "assessment_tellDueAt_idx" ON "assessment"("tellDueAt") WHERE ("tellDueAt" IS NOT NULL);

-- CreateIndex
CREATE INDEX "assessment_confidence_idx" ON "assessment"("confidence");

-- CreateIndex
CREATE INDEX "assessment_customerId_idx" ON "assessment"("customerId");

-- CreateIndex
CREATE INDEX "learnt_curve_dueAt_idx" ON "learnt_curve"("dueAt");

-- CreateIndex
CREATE INDEX "cadence_dueAt_idx" ON "cadence"("dueAt");

-- CreateIndex
CREATE INDEX "cadence_customerId_idx" ON "cadence"("customerId");

-- CreateIndex
CREATE INDEX "cadence_resting_idx" ON "cadence"("customerId") WHERE ("restingSince" IS NOT NULL);

-- CreateIndex
CREATE INDEX "check_in_dueAt_idx" ON "check_in"("dueAt");

-- CreateIndex
CREATE INDEX "check_in_customerId_askedAt_idx" ON "check_in"("customerId", "askedAt" DESC);

-- CreateIndex
CREATE INDEX "check_in_customerId_answeredAt_idx" ON "check_in"("customerId", "answeredAt");

-- CreateIndex
CREATE INDEX "check_in_customerId_state_idx" ON "check_in"("customerId", "state");

-- CreateIndex
CREATE INDEX "check_in_watched_idx" ON "check_in"("customerId") WHERE ("dueAt" IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "check_in_transitionId_seq_key" ON "check_in"("transitionId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "page_openKey_key" ON "page"("openKey");

-- CreateIndex
CREATE INDEX "page_dueAt_idx" ON "page"("dueAt");

-- CreateIndex
CREATE INDEX "page_customerId_resolvedAt_idx" ON "page"("customerId", "resolvedAt");

-- CreateIndex
CREATE INDEX "page_unconfirmed_idx" ON "page"("customerId", "resolvedAt") WHERE ("confirmed" IS NULL);

-- CreateIndex
CREATE INDEX "page_customerId_rule_raisedAt_idx" ON "page"("customerId", "rule", "raisedAt") WHERE ("rule" IS NOT NULL);

-- CreateIndex
CREATE INDEX "page_unresolved_idx" ON "page"("ownerId") WHERE ("resolvedAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "page_call_messageKey_key" ON "page_call"("messageKey");

-- CreateIndex
CREATE INDEX "page_call_dueAt_idx" ON "page_call"("dueAt");

-- CreateIndex
CREATE INDEX "page_call_pageId_idx" ON "page_call"("pageId");

-- CreateIndex
CREATE INDEX "page_call_personId_idx" ON "page_call"("personId");

-- CreateIndex
CREATE INDEX "page_words_pageId_at_idx" ON "page_words"("pageId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "news_request_openKey_key" ON "news_request"("openKey");

-- CreateIndex
CREATE INDEX "news_request_dueAt_idx" ON "news_request"("dueAt");

-- CreateIndex
CREATE INDEX "telling_dueAt_idx" ON "telling"("dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "notice_key_key" ON "notice"("key");

-- CreateIndex
CREATE INDEX "notice_customerId_toldAt_idx" ON "notice"("customerId", "toldAt");

-- CreateIndex
CREATE UNIQUE INDEX "task_key_key" ON "task"("key");

-- CreateIndex
CREATE INDEX "task_assigneeId_state_idx" ON "task"("assigneeId", "state");

-- CreateIndex
CREATE INDEX "task_customerId_state_idx" ON "task"("customerId", "state");

-- CreateIndex
CREATE INDEX "task_customerId_kind_closedAt_idx" ON "task"("customerId", "kind", "closedAt");

-- CreateIndex
CREATE INDEX "advice_customerId_idx" ON "advice"("customerId");

-- CreateIndex
CREATE INDEX "morning_dueAt_idx" ON "morning"("dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "waiting_key_key" ON "waiting"("key");

-- CreateIndex
CREATE INDEX "waiting_untold_idx" ON "waiting"("personId") WHERE ("toldAt" IS NULL);

-- CreateIndex
CREATE INDEX "promise_dueAt_idx" ON "promise"("dueAt");

-- CreateIndex
CREATE INDEX "promise_customerId_state_idx" ON "promise"("customerId", "state");

-- CreateIndex
CREATE INDEX "promise_owed_idx" ON "promise"("promisedFor") WHERE ("closedAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "survey_key_key" ON "survey"("key");

-- CreateIndex
CREATE INDEX "survey_dueAt_idx" ON "survey"("dueAt");

-- CreateIndex
CREATE INDEX "survey_customerId_answeredAt_idx" ON "survey"("customerId", "answeredAt" DESC);

-- CreateIndex
CREATE INDEX "survey_personId_kind_plannedAt_idx" ON "survey"("personId", "kind", "plannedAt");

-- CreateIndex
CREATE UNIQUE INDEX "saying_key_key" ON "saying"("key");

-- CreateIndex
CREATE INDEX "saying_themeId_idx" ON "saying"("themeId");

-- CreateIndex
CREATE INDEX "saying_customerId_at_idx" ON "saying"("customerId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "theme_number_key" ON "theme"("number");

-- CreateIndex
CREATE UNIQUE INDEX "theme_answer_key_key" ON "theme_answer"("key");

-- CreateIndex
CREATE INDEX "theme_answer_dueAt_idx" ON "theme_answer"("dueAt");

-- CreateIndex
CREATE INDEX "theme_answer_customerId_idx" ON "theme_answer"("customerId");

-- CreateIndex
CREATE INDEX "partner_matter_partnerId_backAt_idx" ON "partner_matter"("partnerId", "backAt");

-- CreateIndex
CREATE INDEX "partner_matter_customerId_backAt_idx" ON "partner_matter"("customerId", "backAt");

-- CreateIndex
CREATE INDEX "brief_reading_customerId_idx" ON "brief_reading"("customerId");

-- CreateIndex
CREATE INDEX "quarter_review_dueAt_idx" ON "quarter_review"("dueAt");

-- CreateIndex
CREATE INDEX "quarter_review_customerId_state_idx" ON "quarter_review"("customerId", "state");

-- CreateIndex
CREATE INDEX "sales_rhythm_dueAt_idx" ON "sales_rhythm"("dueAt");

-- CreateIndex
CREATE INDEX "stand_in_dueAt_idx" ON "stand_in"("dueAt");

-- CreateIndex
CREATE INDEX "stand_in_personId_state_idx" ON "stand_in"("personId", "state");

-- CreateIndex
CREATE INDEX "stand_in_customerId_state_idx" ON "stand_in"("customerId", "state");

-- CreateIndex
CREATE INDEX "service_request_customerId_closedAt_idx" ON "service_request"("customerId", "closedAt");

-- CreateIndex
CREATE INDEX "service_request_customerId_state_idx" ON "service_request"("customerId", "state");

-- CreateIndex
CREATE INDEX "service_request_closedAt_idx" ON "service_request"("closedAt");

-- CreateIndex
CREATE INDEX "service_request_exportId_idx" ON "service_request"("exportId");

-- CreateIndex
CREATE UNIQUE INDEX "service_request_customerId_externalId_key" ON "service_request"("customerId", "externalId");

-- CreateIndex
CREATE INDEX "request_review_dueAt_idx" ON "request_review"("dueAt");

-- CreateIndex
CREATE INDEX "open_question_dueAt_idx" ON "open_question"("dueAt");

-- CreateIndex
CREATE INDEX "open_question_customerId_kind_askedAt_idx" ON "open_question"("customerId", "kind", "askedAt" DESC);

-- CreateIndex
CREATE INDEX "pending_change_dueAt_idx" ON "pending_change"("dueAt");

-- CreateIndex
CREATE INDEX "pending_change_actorId_state_idx" ON "pending_change"("actorId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "audit_seq_key" ON "audit"("seq");

-- CreateIndex
CREATE INDEX "audit_customerId_seq_idx" ON "audit"("customerId", "seq");

-- CreateIndex
CREATE INDEX "audit_actorId_seq_idx" ON "audit"("actorId", "seq");

-- CreateIndex
CREATE INDEX "audit_subject_idx" ON "audit"("subject");

-- CreateIndex
CREATE INDEX "setup_import_startedAt_idx" ON "setup_import"("startedAt");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_hash_key" ON "api_token"("hash");

-- CreateIndex
CREATE INDEX "api_answer_at_idx" ON "api_answer"("at");

-- CreateIndex
CREATE INDEX "page_call_in_pageId_idx" ON "page_call_in"("pageId");

-- CreateIndex
CREATE UNIQUE INDEX "erasure_subject_key" ON "erasure"("subject");

-- CreateIndex
CREATE INDEX "erasure_dueAt_idx" ON "erasure"("dueAt");

-- CreateIndex
CREATE INDEX "chore_dueAt_idx" ON "chore"("dueAt");

-- CreateIndex
CREATE INDEX "sign_in_link_personId_idx" ON "sign_in_link"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "console_session_hash_key" ON "console_session"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "console_session_formerHash_key" ON "console_session"("formerHash");

-- CreateIndex
CREATE INDEX "console_session_personId_idx" ON "console_session"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "rehearsal_customerId_transitionKey_key" ON "rehearsal"("customerId", "transitionKey");

-- CreateIndex
CREATE UNIQUE INDEX "portfolio_view_personId_name_key" ON "portfolio_view"("personId", "name");

-- CreateIndex
CREATE INDEX "slack_installation_dueAt_idx" ON "slack_installation"("dueAt");

-- CreateIndex
CREATE INDEX "teams_conversation_tenant_userId_idx" ON "teams_conversation"("tenant", "userId");

-- AddForeignKey
ALTER TABLE "person_identity" ADD CONSTRAINT "person_identity_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place_identity" ADD CONSTRAINT "place_identity_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drill_call" ADD CONSTRAINT "drill_call_drillId_fkey" FOREIGN KEY ("drillId") REFERENCES "drill"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_transitionId_fkey" FOREIGN KEY ("transitionId") REFERENCES "transition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "page_call" ADD CONSTRAINT "page_call_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "page_words" ADD CONSTRAINT "page_words_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE CASCADE;
