import { defineConfig } from 'prisma/config';

const url = process.env.DATABASE_URL;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  // Only for those who run `prisma migrate deploy` themselves; Handrail migrates when it starts.
  ...(url ? { datasource: { url } } : {}),
});
