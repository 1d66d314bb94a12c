/** The language a bank's stories are told in: a two-letter code, null where the engine is to find out. */
export const sql = `
ALTER TABLE banks ADD COLUMN language TEXT;
`
