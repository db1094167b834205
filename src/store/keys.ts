/** One key a draft, so that two tabs never write to the same one. */
export const draftKey = "jets-iam.draft."
/** The tab's own copy, which a reload starts from; a duplicated tab begins with its original's. */
export const tabKey = "jets-iam.tab"
