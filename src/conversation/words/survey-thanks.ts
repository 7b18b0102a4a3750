/** The message that thanks for a score and asks for the reason: what is said next is the reason. */
export function surveyThanksKey(surveyId: string): string {
  return `survey-thanks:${surveyId}`;
}

/** The survey whose reason this message of ours asked for; null when it asked for none. */
export function thankedSurvey(key: string): string | null {
  return /^survey-thanks:(.+)$/.exec(key)?.[1] ?? null;
}
