/** A Twilio account, and the number that writes and calls. */
export interface TwilioConfig {
  readonly accountSid: string;
  readonly authToken: string;
  readonly from: string;
  /** Only for tests: another Twilio, on this machine. */
  readonly apiUrl: string | null;
}

/** The account together with the address under which Twilio reaches us. */
export interface TwilioAccount extends TwilioConfig {
  /** Without a slash at the end. */
  readonly publicUrl: string;
}
