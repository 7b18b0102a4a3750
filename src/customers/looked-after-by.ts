/** The customers somebody stands for: as advocate, in an advocate's place, as backup, or as manager. For a query's `where`. */
export function lookedAfterBy(personId: string) {
  return {
    OR: [
      { advocateId: personId },
      { standInId: personId },
      { backupId: personId },
      { managerId: personId },
    ],
  };
}
