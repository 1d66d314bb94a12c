/** A kind of text that can be found, and where it stands; `row` is the alias of the row, with its dot. */
interface Written {
  readonly kind: string
  readonly table: string
  readonly columns: string
  body(row: string): string
}

const WRITTEN: readonly Written[] = [
  { kind: 'bank', table: 'banks', columns: 'title', body: (row) => `${row}title` },
  {
    kind: 'section',
    table: 'sections',
    columns: 'title, definition',
    body: (row) => `${row}title || ifnull(' ' || ${row}definition, '')`,
  },
  { kind: 'question', table: 'questions', columns: 'text', body: (row) => `${row}text` },
  { kind: 'story', table: 'stories', columns: 'title', body: (row) => `${row}title` },
  {
    kind: 'story-note',
    table: 'stories',
    columns: 'notes',
    body: (row) => `(SELECT ifnull(group_concat(value, ' ' ORDER BY key), '') FROM json_each(${row}notes))`,
  },
  { kind: 'point', table: 'points', columns: 'text', body: (row) => `${row}text` },
  { kind: 'attempt-note', table: 'attempts', columns: 'note', body: (row) => `${row}note` },
]

const SPOKEN = (row: string) =>
  `(SELECT ifnull(group_concat(json_extract(value, '$.text'), ' ' ORDER BY key), '')
    FROM json_each(ifnull(${row}corrected, ${row}heard), '$.words'))`

/**
 * What can be found, as plain text beside its index (FTS5 with external content): `written` is what stands in banks and
 * notes, `spoken` what was said. Triggers keep both; what was put aside stays in them and is left out when it is read.
 */
export const sql = `
CREATE TABLE written (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  ref TEXT NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (kind, ref)
) STRICT;
${indexOf('written')}
${WRITTEN.map(keep).join('\n')}

CREATE TABLE spoken (
  id INTEGER PRIMARY KEY,
  attempt_id TEXT NOT NULL UNIQUE REFERENCES attempts(id) ON DELETE CASCADE,
  body TEXT NOT NULL
) STRICT;
${indexOf('spoken')}
CREATE TRIGGER transcripts_added_spoken AFTER INSERT ON transcripts BEGIN
  INSERT INTO spoken (attempt_id, body) VALUES (NEW.attempt_id, ${SPOKEN('NEW.')});
END;
CREATE TRIGGER transcripts_changed_spoken AFTER UPDATE OF heard, corrected ON transcripts BEGIN
  UPDATE spoken SET body = ${SPOKEN('NEW.')} WHERE attempt_id = NEW.attempt_id;
END;
CREATE TRIGGER transcripts_deleted_spoken AFTER DELETE ON transcripts BEGIN
  DELETE FROM spoken WHERE attempt_id = OLD.attempt_id;
END;
INSERT INTO spoken (attempt_id, body)
  SELECT attempt_id, ${SPOKEN('')} FROM transcripts JOIN attempts ON attempts.id = attempt_id ORDER BY started_at;
`

/** An index of a table's bodies: words of any language without accents, short prefixes ready for who types. */
function indexOf(table: string): string {
  const drop = `INSERT INTO ${table}_index (${table}_index, rowid, body) VALUES ('delete', OLD.id, OLD.body);`
  const add = `INSERT INTO ${table}_index (rowid, body) VALUES (NEW.id, NEW.body);`
  return `
CREATE VIRTUAL TABLE ${table}_index USING fts5(
  body, content = '${table}', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
CREATE TRIGGER ${table}_added AFTER INSERT ON ${table} BEGIN ${add} END;
CREATE TRIGGER ${table}_changed AFTER UPDATE OF body ON ${table} WHEN OLD.body IS NOT NEW.body BEGIN ${drop} ${add} END;
CREATE TRIGGER ${table}_deleted AFTER DELETE ON ${table} BEGIN ${drop} END;`
}

/** Keeps one kind of what is written; the empty is left out. */
function keep({ kind, table, columns, body }: Written): string {
  const name = `${table}_${kind.replaceAll('-', '_')}`
  const add = (row: string) =>
    `INSERT INTO written (kind, ref, body) SELECT '${kind}', ${row}id, ${body(row)} WHERE ${body(row)} <> ''`
  const drop = (row: string) => `DELETE FROM written WHERE kind = '${kind}' AND ref = ${row}id`
  return `
CREATE TRIGGER ${name}_written AFTER INSERT ON ${table} BEGIN ${add('NEW.')}; END;
CREATE TRIGGER ${name}_rewritten AFTER UPDATE OF ${columns} ON ${table}
  WHEN ${body('OLD.')} IS NOT ${body('NEW.')} BEGIN
  ${drop('NEW.')};
  ${add('NEW.')};
END;
CREATE TRIGGER ${name}_unwritten AFTER DELETE ON ${table} BEGIN ${drop('OLD.')}; END;
INSERT INTO written (kind, ref, body) SELECT '${kind}', id, ${body('')} FROM ${table} WHERE ${body('')} <> '';`
}
