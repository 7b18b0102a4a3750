import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { hostTenant, openFakeTeams } from '../../harness/teams/teams.ts';
import { createDesk } from '../cli/io.ts';

const setup = {
  organisation: { name: 'Fernhollow', timeZone: 'Europe/London' },
  people: [
    {
      id: 'adv-1',
      name: 'Nora Whitfield',
      side: 'vendor',
      identities: [{ platform: 'teams', tenant: hostTenant, user: 'u-1' }],
    },
  ],
  customers: [
    {
      id: 'northwind',
      name: 'Northwind',
      timeZone: 'America/New_York',
      businessHours: { days: ['mon'], from: '09:00', to: '17:00' },
      people: { advocate: 'adv-1' },
      places: [
        {
          id: 'northwind-shared',
          audience: 'shared',
          identities: [
            { platform: 'teams', tenant: hostTenant, conversation: '19:x@thread.tacv2' },
          ],
        },
      ],
      escalation: 'default',
      transitions: [],
    },
  ],
  schedules: [],
  escalations: [{ id: 'default', levels: [{ to: ['advocate'], wait: '5m' }], repeat: 1 }],
};

test('doctor tells whether the app gets a token, and which places and people it cannot reach yet', async () => {
  const teams = await openFakeTeams();
  const settings = (password: string) => ({
    MicrosoftAppId: teams.appId,
    MicrosoftAppPassword: password,
    MicrosoftAppTenantId: hostTenant,
    TEAMS_OPENID_URL: teams.openIdUrl,
    TEAMS_LOGIN_URL: teams.loginUrl,
  });
  const desk = createDesk(settings(teams.appPassword));
  writeFileSync(join(desk.directory, 'my.setup.yaml'), JSON.stringify(setup));
  expect((await desk.run(['import', 'my.setup.yaml'])).err).toBe('');
  const { out, code } = await desk.run(['doctor']);
  expect(out).toContain(`Teams: app ${teams.appId} gets its token.`);
  expect(out).toContain('Teams: northwind-shared: Teams has not told us of it yet');
  expect(out).toContain('Teams: adv-1: has no chat with the app yet');
  expect(code).toBe(1);
  const wrong = createDesk(settings('not the password'));
  const refused = await wrong.run(['doctor']);
  expect(refused.out).toContain('Check MicrosoftAppId, MicrosoftAppPassword');
  expect(refused.out).not.toContain('not the password');
  desk.clear();
  wrong.clear();
  await teams.close();
});
