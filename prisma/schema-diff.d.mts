import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';

export declare const schemaFile: string;
export declare const migrationsDirectory: string;
export declare function schemaDiff(options?: { fromNothing?: boolean }): Promise<string>;
export declare function diagnose(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<{
  history: { diagnostic: string } | null;
  failedMigrationNames: string[];
  editedMigrationNames: string[];
  hasMigrationsTable: boolean;
}>;
