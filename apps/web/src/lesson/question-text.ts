/** A question in one language; the options stand in the same order in every language. */
export interface QuestionText {
  readonly prompt: string;
  readonly options: readonly {
    readonly text: string;
    /** Why it is right, or what speaks against it. */
    readonly why: string;
  }[];
}
