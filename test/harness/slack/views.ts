import { checkView } from './check-blocks.ts';
import { isRaw, type Raw } from './check-element.ts';
import type { FakeToken } from './directory.ts';
import { type ApiCall, type ApiMethod, ApiRefusal, jsonArg, textArg } from './state.ts';

/** A modal or home view as it stands in front of somebody. */
export interface FakeView {
  readonly id: string;
  readonly user: string;
  readonly team: string;
  readonly type: 'modal' | 'home';
  readonly rootId: string;
  readonly previousId: string | null;
  view: Raw;
  hash: string;
  isOpen: boolean;
}

interface Trigger {
  readonly user: string;
  readonly team: string;
  readonly expiresAt: number;
  isUsed: boolean;
}

/** A trigger works once, and only for three seconds. */
const triggerMilliseconds = 3_000;

/** The views people have in front of them, and the triggers by which an app may open one. */
export class Views {
  readonly open: FakeView[] = [];
  private readonly triggers = new Map<string, Trigger>();
  private count = 0;
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  /** A trigger as an interaction of this user carries it. */
  newTrigger(user: string, team: string): string {
    this.count += 1;
    const id = `${this.count}.${team}.trigger`;
    const expiresAt = this.now() + triggerMilliseconds;
    this.triggers.set(id, { user, team, expiresAt, isUsed: false });
    return id;
  }

  /** Uses a trigger up, or refuses as Slack does. */
  useTrigger(id: string): Trigger {
    const trigger = this.triggers.get(id);
    if (!trigger) throw new ApiRefusal('invalid_trigger_id');
    if (trigger.isUsed) throw new ApiRefusal('trigger_exchanged');
    if (this.now() > trigger.expiresAt) throw new ApiRefusal('expired_trigger_id');
    trigger.isUsed = true;
    return trigger;
  }

  add(view: Pick<FakeView, 'user' | 'team' | 'type' | 'view'>, previous: FakeView | null) {
    this.count += 1;
    const id = `V0${String(this.count).padStart(6, '0')}`;
    const added: FakeView = {
      ...view,
      id,
      rootId: previous?.rootId ?? id,
      previousId: previous?.id ?? null,
      hash: `${this.count}.hash`,
      isOpen: true,
    };
    this.open.push(added);
    return added;
  }

  replace(shown: FakeView, view: Raw): void {
    this.count += 1;
    shown.view = view;
    shown.hash = `${this.count}.hash`;
  }

  byId(id: string): FakeView | undefined {
    return this.open.find(view => view.id === id && view.isOpen);
  }

  /** The newest open modal of a user. */
  modalOf(user: string): FakeView | undefined {
    return this.open.findLast(view => view.user === user && view.type === 'modal' && view.isOpen);
  }

  /** The home tab as a user sees it. */
  homeOf(user: string, team: string): FakeView | undefined {
    return this.open.findLast(
      view => view.user === user && view.team === team && view.type === 'home',
    );
  }
}

/** A view as Slack sends it in answers and interactions; `values` by block and action id. */
export function viewBody(shown: FakeView, token: FakeToken | null, values: Raw = {}): Raw {
  return {
    ...shown.view,
    id: shown.id,
    team_id: shown.team,
    type: shown.type,
    hash: shown.hash,
    state: { values },
    root_view_id: shown.rootId,
    previous_view_id: shown.previousId,
    app_id: token?.appId ?? 'A0HANDRAIL',
    bot_id: token?.botId ?? null,
    app_installed_team_id: token?.team ?? shown.team,
  };
}

function readView(call: ApiCall): Raw {
  const view = jsonArg(call, 'view', 'invalid_arguments');
  const wrong = checkView(view);
  if (wrong || !isRaw(view)) {
    const problems = wrong?.problems ?? [];
    throw new ApiRefusal(wrong?.error ?? 'invalid_arguments', {
      response_metadata: { messages: problems.map(problem => `[ERROR] ${problem}`) },
    });
  }
  return view;
}

const openModal: ApiMethod = {
  scopes: [],
  run(call) {
    const { state, token } = call;
    const view = readView(call);
    const { user, team } = state.views.useTrigger(textArg(call, 'trigger_id'));
    const shown = state.views.add({ user, team, type: 'modal', view }, null);
    return { view: viewBody(shown, token) };
  },
};

const push: ApiMethod = {
  scopes: [],
  run(call) {
    const { state, token } = call;
    const view = readView(call);
    const { user, team } = state.views.useTrigger(textArg(call, 'trigger_id'));
    const below = state.views.modalOf(user) ?? null;
    const shown = state.views.add({ user, team, type: 'modal', view }, below);
    return { view: viewBody(shown, token) };
  },
};

const update: ApiMethod = {
  scopes: [],
  run(call) {
    const { state, token } = call;
    const view = readView(call);
    const shown = state.views.byId(textArg(call, 'view_id'));
    if (!shown) throw new ApiRefusal('not_found');
    const hash = textArg(call, 'hash');
    if (hash !== '' && hash !== shown.hash) throw new ApiRefusal('hash_conflict');
    state.views.replace(shown, view);
    return { view: viewBody(shown, token) };
  },
};

const publish: ApiMethod = {
  scopes: [],
  run(call) {
    const { state, token } = call;
    const view = readView(call);
    const user = state.directory.users.get(textArg(call, 'user_id'));
    if (!user) throw new ApiRefusal('invalid_arguments');
    const known = state.views.homeOf(user.id, token.team);
    if (known) state.views.replace(known, view);
    const own = { user: user.id, team: token.team, type: 'home', view } as const;
    return { view: viewBody(known ?? state.views.add(own, null), token) };
  },
};

/** views.* */
export const viewMethods: Readonly<Record<string, ApiMethod>> = {
  'views.open': openModal,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
};
